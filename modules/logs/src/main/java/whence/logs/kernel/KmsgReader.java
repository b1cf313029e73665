package whence.logs.kernel;

import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.logs.LogFields;
import whence.logs.LogReader;
import whence.logs.line.LineLog;
import whence.logs.line.Shortened;
import whence.logs.stamp.Cursor;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;

/// Reads the records of `/dev/kmsg`: `level,sequence,microseconds,flags[,…];text`, then lines ` KEY=value`.
///
/// Format: the kernel's `Documentation/ABI/testing/dev-kmsg`.
public final class KmsgReader implements LogReader {
    @Override
    public String format() {
        return "kmsg";
    }

    @Override
    public int sniff(Bytes head, String name) {
        Lines lines = new Lines(head);
        int total = 0;
        int matched = 0;
        while (total < 100 && lines.next()) {
            if (lines.length() > 0 && head.at(lines.start()) != ' ') {
                total++;
                matched += RecordHead.of(LineLog.head(head, lines.start(), lines.end())) == null ? 0 : 1;
            }
        }
        return total > 0 && matched * 10 >= total * 8 ? 95 : 0;
    }

    @Override
    public Events read(Input input, Watch watch) {
        EventsBuilder builder = new EventsBuilder(input.artifact());
        Lines lines = new Lines(input.bytes());
        Shortened.guard(builder, lines::number, () -> new Pass(input.bytes(), builder).lines(lines, watch));
        return builder.build();
    }

    @Override
    public byte[] logged(Input input, Events events, int row) {
        Lines lines = new Lines(input.bytes(), events.offset(row), events.offset(row) + events.length(row));
        lines.next();
        RecordHead record = RecordHead.of(LineLog.head(input.bytes(), lines.start(), lines.end()));
        int from = record == null ? 0 : record.textStart();
        return KernelGrammar.unescape(input.bytes().copy(lines.start() + from, lines.length() - from), true);
    }

    /// The head of a record; fields behind the flags are passed over, as the format demands.
    private record RecordHead(
            int coded, long seq, long us, @Nullable String caller, int textStart) {
        static @Nullable RecordHead of(String line) {
            Cursor at = new Cursor(line, 0);
            long coded = at.digits(6);
            if (coded < 0 || !at.take(',')) {
                return null;
            }
            long seq = at.digits(18);
            if (seq < 0 || !at.take(',')) {
                return null;
            }
            long us = at.digits(15);
            int semicolon = line.indexOf(';', at.at());
            if (us < 0 || !at.take(',') || semicolon < 0) {
                return null;
            }
            return new RecordHead((int) coded, seq, us, caller(line.substring(at.at(), semicolon)), semicolon + 1);
        }

        private static @Nullable String caller(String more) {
            int at = more.indexOf("caller=");
            return at < 0 ? null : more.substring(at + 7).split(",", 2)[0];
        }
    }

    private static final class Pass {
        private final Bytes bytes;
        private final EventsBuilder builder;
        private int row = -1;
        private long rowStart;
        private long expected = -1;

        Pass(Bytes bytes, EventsBuilder builder) {
            this.bytes = bytes;
            this.builder = builder;
        }

        void lines(Lines lines, Watch watch) {
            while (lines.next()) {
                if ((lines.number() & 0x3ff) == 0) {
                    watch.check();
                }
                String line = LineLog.head(bytes, lines.start(), lines.end());
                if (line.startsWith(" ") && row >= 0) {
                    dictionary(line.substring(1), lines);
                    continue;
                }
                RecordHead record = RecordHead.of(line);
                if (record != null) {
                    add(record, lines);
                } else if (!line.isEmpty()) {
                    builder.lose(
                            Loss.Kind.UNREADABLE, lines.number(), lines.start(), lines.length(), 1, "no kmsg record");
                }
            }
        }

        private void add(RecordHead record, Lines lines) {
            int facility = record.coded() >> 3;
            EventKind kind = facility == 0 ? EventKind.KERNEL : EventKind.LOG;
            rowStart = lines.start();
            row = builder.add(
                    kind, Clock.PRINTK, record.us() * 1000, Events.NO_PID, lines.number(), rowStart, lines.length());
            builder.set(Fields.PRIORITY, row, record.coded() & 7);
            builder.set(Fields.FACILITY, row, facility);
            builder.set(Fields.SEQ, row, record.seq());
            if (record.caller() != null) {
                builder.set(LogFields.CALLER, row, record.caller());
            }
            gap(record.seq(), lines);
        }

        /// The kernel numbers its records without holes; a hole was overwritten before it could be read.
        private void gap(long seq, Lines lines) {
            if (expected >= 0 && seq > expected) {
                String why = (seq - expected) + " kernel messages are missing before number " + seq;
                builder.lose(Loss.Kind.GAP, lines.number(), lines.start(), 0, seq - expected, why);
            }
            expected = seq + 1;
        }

        private void dictionary(String pair, Lines lines) {
            builder.extend(row, (int) Math.min(lines.end() - rowStart, Integer.MAX_VALUE));
            if (pair.startsWith("SUBSYSTEM=")) {
                builder.set(LogFields.SUBSYSTEM, row, pair.substring(10));
            } else if (pair.startsWith("DEVICE=")) {
                builder.set(LogFields.DEVICE, row, pair.substring(7));
            }
        }
    }
}
