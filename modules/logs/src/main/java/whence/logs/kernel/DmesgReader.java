package whence.logs.kernel;

import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Span;
import whence.logs.LogFields;
import whence.logs.LogReader;
import whence.logs.line.HeadCount;
import whence.logs.line.LineHead;
import whence.logs.line.LineLog;
import whence.logs.line.Shortened;
import whence.logs.stamp.Stamp;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;

/// Reads what dmesg prints, whatever its options and language, and files of the same lines.
public final class DmesgReader implements LogReader {
    private static final KernelGrammar GRAMMAR = new KernelGrammar();
    /// tracefs' `error_log` stamps its errors like the kernel log.
    private static final Pattern ERROR_LOG = Pattern.compile("^\\[ *\\d+\\.\\d+\\] \\w+: error: .*\\n +Command: ");
    private static final LineLog LINES = new LineLog(GRAMMAR);

    @Override
    public String format() {
        return "dmesg";
    }

    @Override
    public int sniff(Bytes head, String name) {
        if (DmesgJson.records(head) > 0) {
            return 95;
        }
        if (ERROR_LOG.matcher(head.text(0, (int) Math.min(head.size(), 4096))).find()) {
            return 0;
        }
        HeadCount count = HeadCount.of(head, GRAMMAR);
        if (count.share() < 60) {
            return name.startsWith("dmesg") && count.total() > 0 ? 40 : 0;
        }
        return name.contains("dmesg") ? 86 : 75;
    }

    @Override
    public Events read(Input input, Watch watch) {
        if (DmesgJson.records(input.bytes()) > 0) {
            EventsBuilder builder = new EventsBuilder(input.artifact());
            Shortened.guard(builder, () -> Span.NO_LINE, () -> DmesgJson.read(input.bytes(), builder, watch));
            return builder.build();
        }
        return LINES.read(input, watch, new Origin());
    }

    @Override
    public byte[] logged(Input input, Events events, int row) {
        if (input.bytes().at(events.offset(row)) == '{' && DmesgJson.records(input.bytes()) > 0) {
            return DmesgJson.message(input.bytes().copy(events.offset(row), events.length(row)));
        }
        return LINES.message(input, events, row);
    }

    /// Steps count from the machine's start only where the log begins with the kernel's first line; a log whose start
    /// was overwritten leaves their origin open.
    private static final class Origin implements LineLog.EachRow {
        private boolean fromStart;

        @Override
        public void row(EventsBuilder builder, int row, LineHead head, String line) {
            fromStart |= row == 0 && line.startsWith("Linux version ", head.messageStart());
            if (head.stamp() instanceof Stamp.Step && !fromStart) {
                builder.set(LogFields.OPEN, row, "origin");
            }
        }
    }
}
