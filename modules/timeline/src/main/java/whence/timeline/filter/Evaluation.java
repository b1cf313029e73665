package whence.timeline.filter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import whence.bytes.Watch;
import whence.timeline.Events;
import whence.timeline.Matches;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.filter.grammar.Node;

/// Runs a filter over a timeline: each artifact's columns are scanned in their own order, the bits of its rows
/// combined, and only the result is carried over to positions. Words are looked for, and events opened, only where
/// the columns leave it open whether a row passes.
final class Evaluation {
    private final Timeline timeline;
    private final TextScan scan;
    private final DetailScan details;
    private final Watch watch;

    Evaluation(Timeline timeline, Texts texts, Watch watch) {
        this.timeline = timeline;
        this.scan = new TextScan(texts, watch);
        this.details = new DetailScan(texts, watch);
        this.watch = watch;
    }

    Matches positions(Node node) {
        List<Events> artifacts = timeline.artifacts();
        long[][] rows = new long[artifacts.size()][];
        for (int i = 0; i < rows.length; i++) {
            watch.check();
            rows[i] = rows(node, artifacts.get(i), filled(artifacts.get(i), true));
        }
        long[] words = new long[(timeline.size() + 63) >>> 6];
        for (int at = 0; at < timeline.size(); at++) {
            int row = timeline.row(at);
            words[at >>> 6] |= (rows[timeline.artifact(at)][row >>> 6] >>> row & 1) << at;
        }
        return Matches.ofWords(words, timeline.size());
    }

    /// A bit for each row of an artifact; it means something only where `asked` has one too.
    private long[] rows(Node node, Events events, long[] asked) {
        return switch (node) {
            case Node.Everything() -> filled(events, true);
            case Node.And(var parts) -> all(parts, events, asked);
            case Node.Or(var parts) -> any(parts, events, asked);
            case Node.Not(var of) -> inverted(rows(of, events, asked));
            case Node.Kinds(long wanted) -> ColumnScan.kinds(wanted, events);
            case Node.Clocks(long wanted) -> ColumnScan.clocks(wanted, events);
            case Node.Pid pid -> ColumnScan.pids(pid, events);
            case Node.Artifact(var wanted) -> filled(events, wanted.test(events.artifact(), watch));
            case Node.Number64 number -> ColumnScan.numbers(number, events);
            case Node.Dictionary dictionary -> ColumnScan.texts(dictionary, events, watch);
            case Node.Text(var search) -> scan.rows(search, events, asked);
            case Node.Opened opened -> details.rows(opened, events, asked);
        };
    }

    static long[] empty(Events events) {
        return new long[(events.count() + 63) >>> 6];
    }

    private static long[] filled(Events events, boolean value) {
        long[] bits = empty(events);
        Arrays.fill(bits, value ? -1L : 0);
        return bits;
    }

    private long[] all(List<Node> parts, Events events, long[] asked) {
        long[] open = asked.clone();
        for (Node part : cheapestFirst(parts)) {
            if (none(open, events)) {
                return open;
            }
            long[] more = rows(part, events, open);
            for (int i = 0; i < open.length; i++) {
                open[i] &= more[i];
            }
        }
        return open;
    }

    private long[] any(List<Node> parts, Events events, long[] asked) {
        long[] bits = empty(events);
        long[] open = asked.clone();
        for (Node part : cheapestFirst(parts)) {
            if (none(open, events)) {
                return bits;
            }
            long[] more = rows(part, events, open);
            for (int i = 0; i < open.length; i++) {
                bits[i] |= more[i] & open[i];
                open[i] &= ~more[i];
            }
        }
        return bits;
    }

    private static boolean none(long[] bits, Events events) {
        return count(bits, events) == 0;
    }

    /// How many rows have their bit.
    static int count(long[] bits, Events events) {
        int count = 0;
        for (int i = 0; i < bits.length; i++) {
            boolean cut = i == bits.length - 1 && (events.count() & 63) != 0;
            count += Long.bitCount(cut ? bits[i] & (1L << events.count()) - 1 : bits[i]);
        }
        return count;
    }

    static List<Node> cheapestFirst(List<Node> parts) {
        return parts.stream().sorted(Comparator.comparingInt(Evaluation::cost)).toList();
    }

    /// Columns, then words, then events to open.
    private static int cost(Node node) {
        return switch (node) {
            case Node.And(var parts) ->
                parts.stream().mapToInt(Evaluation::cost).max().orElse(0);
            case Node.Or(var parts) ->
                parts.stream().mapToInt(Evaluation::cost).max().orElse(0);
            case Node.Not(var of) -> cost(of);
            case Node.Text text -> 1;
            case Node.Opened opened -> 2;
            case Node.Everything everything -> 0;
            case Node.Kinds kinds -> 0;
            case Node.Clocks clocks -> 0;
            case Node.Pid pid -> 0;
            case Node.Artifact artifact -> 0;
            case Node.Number64 number -> 0;
            case Node.Dictionary dictionary -> 0;
        };
    }

    private static long[] inverted(long[] bits) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] = ~bits[i];
        }
        return bits;
    }
}
