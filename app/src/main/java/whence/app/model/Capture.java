package whence.app.model;

import java.util.List;
import java.util.Optional;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.timeline.Detail;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.process.Processes;
import whence.trail.Lead;
import whence.trail.Trail;

/// What the panes need of an opened session, and no more; tests make one by hand. Immutable but for [#notes]; any
/// thread.
public interface Capture extends AutoCloseable {
    String title();

    /// What it is about, for people; may be empty.
    String story();

    /// Time zone of the machine it was captured on.
    java.time.ZoneId zone();

    Timeline timeline();

    /// Who made whom and what each ran; takes a while when it is first asked.
    default Processes processes(Watch watch) {
        return Processes.of(timeline(), watch);
    }

    /// One line that says what an event is.
    String text(Ref.Event event);

    Detail detail(Ref.Event event);

    /// What a tracer gathered, to be drawn; none for other events.
    default List<Chart> charts(Ref.Event event) {
        return List.of();
    }

    /// The function a probe or trace event is about.
    Optional<String> function(Ref.Event event);

    Optional<Span> span(Ref.Event event);

    /// All the places of an event, in the order of the artifact: a call that was interrupted stands in two.
    default List<Span> spans(Ref.Event event) {
        return span(event).stream().toList();
    }

    /// The texts of events, for filters.
    Texts texts();

    /// The event that stands at a span.
    Optional<Ref.Event> eventAt(Span span);

    /// The event closest to an instant of the same clock.
    Optional<Ref.Event> nearest(Ref.Instant instant);

    /// Bytes of an artifact; empty where there is none of that name.
    Optional<Bytes> bytes(String artifact);

    List<ArtifactLine> artifacts();

    List<Loss> losses();

    /// What asks for an explanation, most telling first; takes a while when it is first asked.
    List<Lead> leads(Watch watch);

    /// The way from a lead to its verdict; takes a while.
    Trail trail(Lead lead, Watch watch);

    SymbolList symbols();

    /// Labels of the source trees; the one that matches the kernel that ran first.
    List<String> trees();

    /// Labels of trees that the session names and does not have.
    default List<String> missingSources() {
        return List.of();
    }

    /// Files of a tree, in order; takes a while for a whole kernel when it is first asked.
    List<String> files(String tree);

    Optional<SourceText> source(String tree, String file);

    /// What the trees know besides their text.
    default Code code() {
        return Code.NONE;
    }

    /// Where a function is defined, in the tree that matches first.
    Optional<Ref.Source> definition(String function);

    /// Functions of all trees whose names contain a text, best first. Any thread.
    List<Definition> functions(String text, int most);

    /// The source line whose bytes a span is.
    Optional<Ref.Source> sourceAt(Span span);

    /// Functions that two trees of this session have and that differ.
    List<String> comparable();

    /// A function in two trees, aligned.
    Optional<Difference> difference(String function, Watch watch);

    Notes notes();

    /// The report of a trail as a file; the ending picks the form.
    ///
    /// @throws java.io.IOException with a sentence for the user
    void report(java.nio.file.Path target, List<Trail> trails) throws java.io.IOException;

    @Override
    void close();

    /// One artifact as a list shows it.
    ///
    /// @param format the reader's name; empty where nobody can read it
    record ArtifactLine(String path, String format, long bytes, int losses) {}
}
