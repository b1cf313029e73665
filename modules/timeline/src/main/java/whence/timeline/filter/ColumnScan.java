package whence.timeline.filter;

import java.util.function.LongPredicate;
import whence.bytes.Watch;
import whence.timeline.Column;
import whence.timeline.Events;
import whence.timeline.filter.grammar.Node;

/// Decides terms on the columns of one artifact, a bit for each row; bits behind the last row mean nothing.
final class ColumnScan {
    private ColumnScan() {}

    static long[] kinds(long wanted, Events events) {
        long[] bits = Evaluation.empty(events);
        for (int row = 0; row < events.count(); row++) {
            bits[row >>> 6] |= (wanted >>> events.kind(row).ordinal() & 1) << row;
        }
        return bits;
    }

    static long[] clocks(long wanted, Events events) {
        long[] bits = Evaluation.empty(events);
        for (int row = 0; row < events.count(); row++) {
            bits[row >>> 6] |= (wanted >>> events.clock(row).ordinal() & 1) << row;
        }
        return bits;
    }

    static long[] pids(Node.Pid pid, Events events) {
        long[] bits = Evaluation.empty(events);
        for (int row = 0; row < events.count(); row++) {
            int value = events.pid(row);
            if (value != Events.NO_PID && pid.wanted().test(value)) {
                bits[row >>> 6] |= 1L << row;
            }
        }
        return bits;
    }

    static long[] numbers(Node.Number64 node, Events events) {
        long[] bits = Evaluation.empty(events);
        if (events.column(node.field()) instanceof Column.Numbers numbers) {
            LongPredicate wanted = node.wanted().on(events.errors());
            for (int row = 0; row < events.count(); row++) {
                long value = numbers.get(row);
                if (value != Events.NO_NUMBER && wanted.test(value)) {
                    bits[row >>> 6] |= 1L << row;
                }
            }
        }
        return bits;
    }

    static long[] texts(Node.Dictionary node, Events events, Watch watch) {
        long[] bits = Evaluation.empty(events);
        if (events.column(node.field()) instanceof Column.Texts texts) {
            long[] wanted = new long[texts.dictionary().size() + 1];
            for (int code = 1; code < wanted.length; code++) {
                wanted[code] = node.wanted().test(texts.dictionary().get(code - 1), watch) ? 1 : 0;
            }
            for (int row = 0; row < events.count(); row++) {
                bits[row >>> 6] |= wanted[texts.code(row)] << row;
            }
        }
        return bits;
    }
}
