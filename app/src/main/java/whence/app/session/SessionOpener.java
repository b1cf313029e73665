package whence.app.session;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import whence.app.model.Capture;
import whence.app.model.Opener;
import whence.app.task.Stages;
import whence.bytes.Watch;
import whence.evidence.Standing;
import whence.session.Session;
import whence.session.notebook.Autosave;
import whence.session.notebook.Notebook;

/// Opens files as one session, reads all of it, and finds its leads.
///
/// @param sources trees to add, by label
/// @param stateHome keeps what the user notes and does not save
public record SessionOpener(Map<String, String> sources, Path stateHome) implements Opener {
    public SessionOpener {
        sources = Map.copyOf(sources);
    }

    /// Keeps notes where the environment says.
    public SessionOpener(Map<String, String> sources) {
        this(sources, Autosave.stateHome(System.getenv()));
    }

    /// Takes as long as reading everything takes; not on the JavaFX thread.
    ///
    /// @throws Exception with one sentence for the user where nothing can be opened
    @Override
    public Capture open(List<Path> files, Watch watch) throws Exception {
        return open(new Given(files, sources), watch);
    }

    private SessionCapture open(Given given, Watch watch) throws Exception {
        Session session = Session.open(given.files(), stateHome, watch);
        try {
            for (Map.Entry<String, String> source : given.sources().entrySet()) {
                add(session, source.getKey(), source.getValue(), watch);
            }
            return new SessionCapture(session, given, watch);
        } catch (Exception failure) {
            session.close();
            throw failure;
        }
    }

    private static void add(Session session, String label, String place, Watch watch) throws Exception {
        Stages.say(watch, "Indexing the source " + label);
        session.addSource(label, place, watch);
    }

    @Override
    public Capture addSource(Capture to, String label, String place, Watch watch) throws Exception {
        SessionCapture open = mine(to);
        add(open.session(), label, place, watch);
        Map<String, String> more = new LinkedHashMap<>(open.given().sources());
        more.put(label, place);
        return new SessionCapture(open.session(), new Given(open.given().files(), more), watch);
    }

    @Override
    public Capture addFiles(Capture to, List<Path> files, Watch watch) throws Exception {
        SessionCapture before = mine(to);
        SequencedSet<Path> all = new LinkedHashSet<>(before.given().files());
        all.addAll(files);
        SessionCapture after = open(new Given(List.copyOf(all), before.given().sources()), watch);
        carry(before.session().notebook(), after.session().notebook());
        return after;
    }

    private static SessionCapture mine(Capture capture) {
        if (capture instanceof SessionCapture open) {
            return open;
        }
        throw new IllegalArgumentException("Nothing can be added to this capture.");
    }

    private static void carry(Notebook from, Notebook to) {
        from.findings().stream().filter(each -> !to.findings().contains(each)).forEach(to::keep);
        from.assumptions().stream()
                .filter(each -> !to.assumptions().contains(each))
                .forEach(to::assume);
        from.choices().stream().filter(each -> !to.choices().contains(each)).forEach(to::choose);
        from.standings().stream()
                .filter(each -> each.state() == Standing.State.REFUTED)
                .forEach(each -> to.refute(each.finding().id()));
    }
}
