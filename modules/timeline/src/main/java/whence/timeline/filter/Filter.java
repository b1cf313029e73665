package whence.timeline.filter;

import java.util.Collection;
import java.util.List;
import whence.bytes.Watch;
import whence.timeline.Field;
import whence.timeline.Matches;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.filter.grammar.FilterParser;
import whence.timeline.filter.grammar.Names;
import whence.timeline.filter.grammar.Node;
import whence.timeline.filter.grammar.Parsed;

/// A filter over events, compiled from its text. Immutable; any thread.
public final class Filter implements Parsed {
    private final String text;
    private final Node node;

    private Filter(String text, Node node) {
        this.text = text;
        this.node = node;
    }

    /// Reads a filter that may use the common columns and the fields of [whence.timeline.Fields].
    public static Parsed parse(String text) {
        return parse(text, List.of());
    }

    /// Reads a filter that may also use `declared` fields: those of the timeline it is for.
    public static Parsed parse(String text, Collection<Field> declared) {
        try {
            return new Filter(text, new FilterParser(text, new Names(declared)).parse());
        } catch (FilterParser.Fault fault) {
            return fault.error();
        }
    }

    public String text() {
        return text;
    }

    /// Whether it lets every event pass.
    public boolean isEverything() {
        return node instanceof Node.Everything;
    }

    /// The same filter, to be asked event by event.
    public Sieve sieve(Timeline timeline, Texts texts, Watch watch) {
        return new Sieve(node, timeline, texts, watch);
    }

    /// The positions it passes.
    ///
    /// @throws whence.bytes.CancelledException where the watch was cancelled
    public Matches over(Timeline timeline, Texts texts, Watch watch) {
        return new Evaluation(timeline, texts, watch).positions(node);
    }
}
