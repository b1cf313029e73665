package whence.logs.syslog;

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
import whence.timeline.Input;

/// Reads files that a syslog daemon wrote.
public final class SyslogReader implements LogReader {
    private static final SyslogGrammar GRAMMAR = new SyslogGrammar();
    private static final LineLog LINES = new LineLog(GRAMMAR);
    private static final Pattern REPEATED =
            Pattern.compile("message repeated (\\d{1,9}) times: \\[ ?(.*)\\]", Pattern.DOTALL);
    private static final Pattern CERTAIN = Pattern.compile(
            "(?m)(^<\\d{1,3}>|^[^\\n]{1,80} kernel: \\[ *\\d+\\.\\d{6}\\] |^\\S+[+-]\\d\\d:\\d\\d \\S+ \\S+: )");

    @Override
    public String format() {
        return "syslog";
    }

    @Override
    public int sniff(Bytes head, String name) {
        if (HeadCount.of(head, GRAMMAR).share() < 60) {
            return 0;
        }
        String text = head.text(0, (int) Math.min(head.size(), 64 << 10));
        if (CERTAIN.matcher(text).find()) {
            return 84;
        }
        return name.contains("syslog") || name.contains("messages") || name.endsWith(".log") ? 82 : 70;
    }

    @Override
    public Events read(Input input, Watch watch) {
        return LINES.read(input, watch, SyslogReader::repeated);
    }

    private static void repeated(EventsBuilder builder, int row, LineHead head, String line) {
        Matcher repeated = REPEATED.matcher(line.substring(head.messageStart()));
        if (repeated.matches()) {
            builder.set(LogFields.REPEATED, row, Long.parseLong(repeated.group(1)));
        }
    }

    @Override
    public byte[] logged(Input input, Events events, int row) {
        byte[] message = LINES.message(input, events, row);
        if (events.number(LogFields.REPEATED, row) == Events.NO_NUMBER) {
            return message;
        }
        Matcher repeated = REPEATED.matcher(new String(message, StandardCharsets.ISO_8859_1));
        return repeated.matches() ? repeated.group(2).getBytes(StandardCharsets.ISO_8859_1) : message;
    }
}
