package whence.logs.text;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.logs.LogFields;
import whence.logs.LogReader;
import whence.logs.line.HeadCount;
import whence.logs.line.LineHead;
import whence.logs.line.LineLog;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;

/// Reads what journalctl prints for people. Messages it hides as `[33B blob data]` keep their length as
/// [LogFields#BLOB], so that another artifact, or the source, can say what they were.
public final class JournalTextReader implements LogReader {
    private static final JournalTextGrammar GRAMMAR = new JournalTextGrammar();
    private static final LineLog LINES = new LineLog(GRAMMAR);
    private static final Pattern BOOT = Pattern.compile("-- Boot ([0-9a-f]{32}) --");
    private static final Pattern CERTAIN = Pattern.compile(
            "(?m)(^-- (Boot [0-9a-f]{32}|Reboot|Logs begin at|Journal begins at)|: \\[\\d+B blob data\\]$)");
    private static final Pattern SYSLOG = Pattern.compile("(?m)^[^\\n]{1,80} kernel: \\[ *\\d+\\.\\d{6}\\] ");

    @Override
    public String format() {
        return "journal-text";
    }

    @Override
    public int sniff(Bytes head, String name) {
        HeadCount count = HeadCount.of(head, GRAMMAR);
        if (count.share() < 60) {
            return VerboseForm.sniff(head) ? 95 : 0;
        }
        String text = head.text(0, (int) Math.min(head.size(), 64 << 10));
        if (count.senderShare() < 50) {
            return 0;
        }
        // A kernel line in brackets, "usb 1-1: new device", looks like one of a host "usb".
        if (text.startsWith("[") && count.matched() < 5) {
            return 20;
        }
        if (CERTAIN.matcher(text).find()) {
            return 92;
        }
        if (SYSLOG.matcher(text).find()) {
            return 60;
        }
        return name.contains("journal") ? 88 : 78;
    }

    @Override
    public Events read(Input input, Watch watch) {
        if (VerboseForm.sniff(input.bytes())) {
            return VerboseForm.read(input, watch);
        }
        return LINES.read(input, watch, new Rows());
    }

    /// Boots and hidden messages.
    private static final class Rows implements LineLog.EachRow {
        private final Ellipses ellipses = new Ellipses();
        private String boot = "";

        @Override
        public void end(EventsBuilder builder) {
            ellipses.mark(builder);
        }

        @Override
        public void row(EventsBuilder builder, int row, LineHead head, String line) {
            if (!head.stamped()) {
                Matcher mark = BOOT.matcher(line);
                boot = mark.find() ? mark.group(1) : boot;
            }
            if (!boot.isEmpty()) {
                builder.set(Fields.BOOT, row, boot);
            }
            ellipses.line(row, line);
            String message = line.substring(head.messageStart());
            if (message.length() < 64 && message.contains("blob data]")) {
                String plain = new String(
                        GRAMMAR.decode(message.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
                Blob.of(plain).ifPresent(blob -> {
                    builder.set(LogFields.BLOB, row, blob.length());
                    if (blob.error() > 0) {
                        builder.set(LogFields.BLOB_ERROR, row, blob.error());
                    }
                });
            }
        }
    }

    @Override
    public byte[] logged(Input input, Events events, int row) {
        boolean there = events.number(LogFields.BLOB, row) == Events.NO_NUMBER
                && events.number(LogFields.SHORTENED, row) == Events.NO_NUMBER;
        return there ? shown(input, events, row) : new byte[0];
    }

    @Override
    public byte[] shown(Input input, Events events, int row) {
        return VerboseForm.is(input, events, row)
                ? VerboseForm.message(input, events, row)
                : LINES.message(input, events, row);
    }
}
