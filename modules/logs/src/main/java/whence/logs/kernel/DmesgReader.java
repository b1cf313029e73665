package whence.logs.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.evidence.Span;
import whence.logs.LogReader;
import whence.logs.line.HeadCount;
import whence.logs.line.LineHead;
import whence.logs.line.LineLog;
import whence.logs.line.Shortened;
import whence.logs.stamp.Stamp;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;

/// Reads what dmesg prints, whatever its options and language, and files of the same lines.
public final class DmesgReader implements LogReader {
    private static final KernelGrammar GRAMMAR = new KernelGrammar();
    /// tracefs' `error_log` stamps its errors like the kernel log.
    private static final Pattern ERROR_LOG = Pattern.compile("^\\[ *\\d+\\.\\d+\\] \\w+: error: .*\\n +Command: ");
    private static final LineLog LINES = new LineLog(GRAMMAR);
    private static final LineLog BARE_LINES = new LineLog(new KernelGrammar(true));
    private static final int MARGIN_LINES = 5000;

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
        AtomicBoolean margin = new AtomicBoolean();
        Shortened.guard(() -> margin.set(atMargin(input.bytes())), cut -> {});
        return (margin.get() ? BARE_LINES : LINES).read(input, watch, new Origin());
    }

    /// Whether the log's tool leaves further lines of a message at the margin (vmcore-dmesg) instead of indenting them
    /// (dmesg): nothing is indented by the width of a stamp, and nearly all lines have one.
    private static boolean atMargin(Bytes bytes) {
        Lines lines = new Lines(bytes);
        int bare = 0;
        int total = 0;
        while (total < MARGIN_LINES && lines.next()) {
            String line = LineLog.head(bytes, lines.start(), lines.end());
            boolean headless = lines.length() > 0 && GRAMMAR.head(line) == null;
            if (headless && line.startsWith("        ")) {
                return false;
            }
            bare += headless ? 1 : 0;
            total++;
        }
        return bare > 0 && bare * 10 <= total;
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
                builder.set(Fields.OPEN, row, "origin");
            }
        }
    }
}
