package whence.logs.kernel;

import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.logs.LogReader;
import whence.logs.line.HeadCount;
import whence.logs.line.LineLog;
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
            DmesgJson.read(input.bytes(), builder, watch);
            return builder.build();
        }
        return LINES.read(input, watch, LineLog.NOTHING_MORE);
    }

    @Override
    public byte[] message(Input input, Events events, int row) {
        if (input.bytes().at(events.offset(row)) == '{' && DmesgJson.records(input.bytes()) > 0) {
            return DmesgJson.message(input.bytes().copy(events.offset(row), events.length(row)));
        }
        return LINES.message(input, events, row);
    }
}
