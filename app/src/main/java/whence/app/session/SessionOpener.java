package whence.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import whence.app.model.Capture;
import whence.app.task.Stages;
import whence.bytes.Watch;
import whence.session.Session;

/// Opens files as one session, reads all of it, and finds its leads.
///
/// @param sources trees to add, by label
public record SessionOpener(Map<String, String> sources) {
    public SessionOpener {
        sources = Map.copyOf(sources);
    }

    /// Takes as long as reading everything takes; not on the JavaFX thread.
    ///
    /// @throws Exception with one sentence for the user where nothing can be opened
    public Capture open(List<Path> files, Watch watch) throws Exception {
        Session session = Session.open(files, watch);
        try {
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Stages.say(watch, "Indexing the source " + source.getKey());
                session.addSource(source.getKey(), source.getValue(), watch);
            }
            return new SessionCapture(session, title(session, files), watch);
        } catch (Exception failure) {
            session.close();
            throw failure;
        }
    }

    private static String title(Session session, List<Path> files) {
        String said = session.manifest().title();
        return said.isBlank() ? String.valueOf(files.getFirst().getFileName()) : said;
    }
}
