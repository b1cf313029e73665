package whence.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import whence.app.model.Capture;
import whence.app.model.Chart;
import whence.app.model.Code;
import whence.app.model.Definition;
import whence.app.model.Difference;
import whence.app.model.Notes;
import whence.app.model.SourceText;
import whence.app.model.SymbolList;
import whence.app.task.Stages;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.report.SessionReport;
import whence.session.Artifact;
import whence.session.Session;
import whence.session.manifest.SourceEntry;
import whence.timeline.Detail;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.process.Processes;
import whence.traces.tally.Tally;
import whence.trail.Lead;
import whence.trail.Reasoning;
import whence.trail.Trail;

/// A session on the table. What takes long was done in opening, or takes a watch.
final class SessionCapture implements Capture {
    private final Session session;
    private final Timeline timeline;
    private final Reasoning reasoning;
    private final Once<List<Lead>> leads;
    private final Once<Processes> processes;
    private final SessionSources sources;
    private final SessionCode code;
    private final SessionSymbols symbols;
    private final EventFinder finder;
    private final Notes notes;
    private final Given given;
    private final String title;

    SessionCapture(Session session, Given given, Watch watch) {
        this.session = session;
        this.sources = new SessionSources(session);
        this.code = new SessionCode(sources, session::text);
        this.given = given;
        this.title = given.title(session);
        Stages.say(watch, "Reading the events of " + title);
        this.timeline = session.timeline(watch);
        this.finder = new EventFinder(timeline);
        this.processes = new Once<>(w -> Processes.of(timeline, w));
        this.reasoning = Reasoning.of(session);
        this.leads = new Once<>(reasoning::leads);
        this.symbols = new SessionSymbols(session);
        this.notes = new SessionNotes(session.notebook());
    }

    Session session() {
        return session;
    }

    Given given() {
        return given;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String story() {
        return session.manifest().story();
    }

    @Override
    public ZoneId zone() {
        return given.zone(session);
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Processes processes(Watch watch) {
        return processes.get(watch);
    }

    @Override
    public String text(Ref.Event event) {
        return session.text(event);
    }

    @Override
    public Detail detail(Ref.Event event) {
        return session.detail(event);
    }

    @Override
    public List<Chart> charts(Ref.Event event) {
        return session.artifact(event.artifact())
                .flatMap(artifact -> finder.events(event.artifact())
                        .map(events -> Charts.of(Tally.of(session.input(artifact), events, event.ordinal()))))
                .orElse(List.of());
    }

    @Override
    public Optional<String> function(Ref.Event event) {
        return finder.function(event);
    }

    @Override
    public Optional<Span> span(Ref.Event event) {
        return finder.spans(event).stream().findFirst();
    }

    @Override
    public List<Span> spans(Ref.Event event) {
        return finder.spans(event);
    }

    @Override
    public Texts texts() {
        return session.texts();
    }

    @Override
    public Optional<Ref.Event> eventAt(Span span) {
        return finder.at(span);
    }

    @Override
    public Optional<Ref.Event> nearest(Ref.Instant instant) {
        return finder.nearest(instant);
    }

    @Override
    public Optional<Bytes> bytes(String artifact) {
        return session.artifact(artifact).map(session::bytes);
    }

    @Override
    public List<ArtifactLine> artifacts() {
        return session.artifacts().stream().map(this::line).toList();
    }

    private ArtifactLine line(Artifact artifact) {
        String format = Optional.ofNullable(artifact.format()).orElse("");
        int losses = (int) finder.events(artifact.path()).stream()
                .flatMap(e -> e.losses().stream())
                .count();
        return new ArtifactLine(artifact.path(), format, artifact.size(), losses);
    }

    @Override
    public List<Loss> losses() {
        return session.losses();
    }

    @Override
    public List<Lead> leads(Watch watch) {
        return leads.get(watch);
    }

    @Override
    public Trail trail(Lead lead, Watch watch) {
        return reasoning.trail(lead, SessionNotes.choices(session.notebook()), watch);
    }

    @Override
    public SymbolList symbols() {
        return symbols.list();
    }

    @Override
    public List<String> trees() {
        return sources.labels();
    }

    @Override
    public List<String> missingSources() {
        return session.missingSources().stream().map(SourceEntry::label).toList();
    }

    @Override
    public List<String> files(String tree) {
        return sources.files(tree);
    }

    @Override
    public Optional<SourceText> source(String tree, String file) {
        return sources.text(tree, file);
    }

    @Override
    public Code code() {
        return code;
    }

    @Override
    public List<Definition> functions(String text, int most) {
        return sources.functions(text, most);
    }

    @Override
    public Optional<Ref.Source> definition(String function) {
        return sources.definition(function);
    }

    @Override
    public Optional<Ref.Source> sourceAt(Span span) {
        return sources.at(span);
    }

    @Override
    public List<String> comparable() {
        return sources.comparable();
    }

    @Override
    public Optional<Difference> difference(String function, Watch watch) {
        return sources.difference(function);
    }

    @Override
    public Notes notes() {
        return notes;
    }

    @Override
    public void report(Path target, List<Trail> trails) throws IOException {
        Files.write(target, SessionReport.render(session, title, trails, Forms.ofName(target)));
    }

    @Override
    public void close() {
        session.close();
    }
}
