package whence.timeline.filter;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import whence.bytes.Watch;
import whence.timeline.Column;
import whence.timeline.Events;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.filter.grammar.Node;

/// A filter laid out over the columns of a timeline, to be asked row by row: for the rows in sight, while
/// [Filter#over] runs. Words of dictionaries are decided when they are first met. One thread.
public final class Sieve {
    private static final byte PASSES = 1;
    private static final byte FALLS = 2;

    private final Timeline timeline;
    private final IntPredicate[] byArtifact;

    Sieve(Node node, Timeline timeline, Texts texts, Watch watch) {
        this.timeline = timeline;
        this.byArtifact = timeline.artifacts().stream()
                .map(events -> test(node, events, texts, watch))
                .toArray(IntPredicate[]::new);
    }

    /// Whether the event at a position passes.
    ///
    /// @throws whence.bytes.CancelledException where the watch was cancelled while an expression was looked for
    public boolean passes(int position) {
        return byArtifact[timeline.artifact(position)].test(timeline.row(position));
    }

    private static IntPredicate test(Node node, Events events, Texts texts, Watch watch) {
        return switch (node) {
            case Node.Everything() -> row -> true;
            case Node.And(var parts) -> all(tests(parts, events, texts, watch));
            case Node.Or(var parts) -> any(tests(parts, events, texts, watch));
            case Node.Not(var of) -> test(of, events, texts, watch).negate();
            case Node.Kinds(long wanted) -> row -> (wanted >>> events.kind(row).ordinal() & 1) != 0;
            case Node.Clocks(long wanted) ->
                row -> (wanted >>> events.clock(row).ordinal() & 1) != 0;
            case Node.Pid(var wanted) -> row -> events.pid(row) != Events.NO_PID && wanted.test(events.pid(row));
            case Node.Artifact(var wanted) -> {
                boolean passes = wanted.test(events.artifact(), watch);
                yield row -> passes;
            }
            case Node.Number64 number -> number(number, events);
            case Node.Dictionary dictionary -> dictionary(dictionary, events, watch);
            case Node.Opened(var name, var wanted) ->
                row -> DetailScan.holds(texts.detail(events, row), name, wanted, watch);
            case Node.Text(var search) -> row -> search.in(TextScan.text(texts, events, row), watch);
        };
    }

    /// Columns are asked before words, words before what has to be opened.
    private static IntPredicate[] tests(List<Node> parts, Events events, Texts texts, Watch watch) {
        return Evaluation.cheapestFirst(parts).stream()
                .map(part -> test(part, events, texts, watch))
                .toArray(IntPredicate[]::new);
    }

    private static IntPredicate all(IntPredicate[] parts) {
        return row -> {
            for (IntPredicate part : parts) {
                if (!part.test(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static IntPredicate any(IntPredicate[] parts) {
        return row -> {
            for (IntPredicate part : parts) {
                if (part.test(row)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static IntPredicate number(Node.Number64 node, Events events) {
        if (!(events.column(node.field()) instanceof Column.Numbers numbers)) {
            return row -> false;
        }
        LongPredicate wanted = node.wanted().on(events.errors());
        return row -> {
            long value = numbers.get(row);
            return value != Events.NO_NUMBER && wanted.test(value);
        };
    }

    private static IntPredicate dictionary(Node.Dictionary node, Events events, Watch watch) {
        if (!(events.column(node.field()) instanceof Column.Texts texts)) {
            return row -> false;
        }
        byte[] decided = new byte[texts.dictionary().size() + 1];
        decided[0] = FALLS;
        return row -> {
            int code = texts.code(row);
            if (decided[code] == 0) {
                boolean passes = node.wanted().test(texts.dictionary().get(code - 1), watch);
                decided[code] = passes ? PASSES : FALLS;
            }
            return decided[code] == PASSES;
        };
    }
}
