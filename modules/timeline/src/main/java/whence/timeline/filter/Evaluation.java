package whence.timeline.filter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import whence.bytes.Watch;
import whence.timeline.Column;
import whence.timeline.Events;
import whence.timeline.Matches;
import whence.timeline.Texts;
import whence.timeline.Timeline;

/// Runs a filter over a timeline: each artifact's columns are scanned in their own order, the bits of its rows
/// combined,
/// and only the result is carried over to positions.
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
            rows[i] = rows(node, artifacts.get(i));
        }
        long[] words = new long[(timeline.size() + 63) >>> 6];
        for (int at = 0; at < timeline.size(); at++) {
            int row = timeline.row(at);
            words[at >>> 6] |= (rows[timeline.artifact(at)][row >>> 6] >>> row & 1) << at;
        }
        return Matches.ofWords(words, timeline.size());
    }

    /// A bit for each row of an artifact; bits behind its last row mean nothing.
    private long[] rows(Node node, Events events) {
        return switch (node) {
            case Node.Everything() -> filled(events, true);
            case Node.And(var parts) -> combined(parts, events, true);
            case Node.Or(var parts) -> combined(parts, events, false);
            case Node.Not(var of) -> inverted(rows(of, events));
            case Node.Kinds(long wanted) -> kinds(wanted, events);
            case Node.Clocks(long wanted) -> clocks(wanted, events);
            case Node.Pid pid -> pids(pid, events);
            case Node.Artifact(var wanted) -> filled(events, wanted.test(events.artifact()));
            case Node.Number64 number -> numbers(number, events);
            case Node.Dictionary dictionary -> texts(dictionary, events);
            case Node.Text(var search) -> scan.rows(search, events);
            case Node.Opened opened -> details.rows(opened, events, filled(events, true));
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

    /// Events are opened last, and only those that the rest has left.
    private long[] combined(List<Node> parts, Events events, boolean all) {
        long[] bits = filled(events, all);
        List<Node> ordered = parts.stream()
                .sorted(Comparator.comparing(Node.Opened.class::isInstance))
                .toList();
        for (Node part : ordered) {
            long[] more =
                    all && part instanceof Node.Opened opened ? details.rows(opened, events, bits) : rows(part, events);
            for (int i = 0; i < bits.length; i++) {
                bits[i] = all ? bits[i] & more[i] : bits[i] | more[i];
            }
        }
        return bits;
    }

    private static long[] inverted(long[] bits) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] = ~bits[i];
        }
        return bits;
    }

    private static long[] kinds(long wanted, Events events) {
        long[] bits = empty(events);
        for (int row = 0; row < events.count(); row++) {
            bits[row >>> 6] |= (wanted >>> events.kind(row).ordinal() & 1) << row;
        }
        return bits;
    }

    private static long[] clocks(long wanted, Events events) {
        long[] bits = empty(events);
        for (int row = 0; row < events.count(); row++) {
            bits[row >>> 6] |= (wanted >>> events.clock(row).ordinal() & 1) << row;
        }
        return bits;
    }

    private static long[] pids(Node.Pid pid, Events events) {
        long[] bits = empty(events);
        for (int row = 0; row < events.count(); row++) {
            int value = events.pid(row);
            if (value != Events.NO_PID && pid.wanted().test(value)) {
                bits[row >>> 6] |= 1L << row;
            }
        }
        return bits;
    }

    private static long[] numbers(Node.Number64 node, Events events) {
        long[] bits = empty(events);
        if (events.column(node.field()) instanceof Column.Numbers numbers) {
            for (int row = 0; row < events.count(); row++) {
                long value = numbers.get(row);
                if (value != Events.NO_NUMBER && node.wanted().test(value)) {
                    bits[row >>> 6] |= 1L << row;
                }
            }
        }
        return bits;
    }

    private static long[] texts(Node.Dictionary node, Events events) {
        long[] bits = empty(events);
        if (events.column(node.field()) instanceof Column.Texts texts) {
            long[] wanted = new long[texts.dictionary().size() + 1];
            for (int code = 1; code < wanted.length; code++) {
                wanted[code] = node.wanted().test(texts.dictionary().get(code - 1)) ? 1 : 0;
            }
            for (int row = 0; row < events.count(); row++) {
                bits[row >>> 6] |= wanted[texts.code(row)] << row;
            }
        }
        return bits;
    }
}
