package whence.traces.ftrace;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.EventKind;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.traces.text.Ascii;

/// The scheduler's tracepoints that say who made, ran and ended whom.
final class TracepointBody {
    private static final Pattern CHILD = Pattern.compile("child_pid=(\\d{1,9})");
    private static final Pattern RETURN = Pattern.compile("(?:ret|return)=(-?\\d{1,18})\\b");

    private TracepointBody() {}

    static void read(EventsBuilder events, int row, String name, byte[] text, int from, int to) {
        switch (name) {
            case "sched_process_exec" -> events.rekind(row, EventKind.EXEC);
            case "sched_process_exit" -> events.rekind(row, EventKind.EXIT);
            case "sched_process_fork" -> {
                events.rekind(row, EventKind.FORK);
                number(CHILD, text, from, to, value -> events.set(Fields.CHILD, row, value));
            }
            case "signal_deliver" -> events.rekind(row, EventKind.SIGNAL);
            default -> {
                if (Ascii.at(text, from, to, "ret=") || Ascii.indexOf(text, from, to, " ret=") > 0) {
                    number(RETURN, text, from, to, value -> events.set(Fields.RET, row, value));
                }
            }
        }
    }

    private static void number(Pattern pattern, byte[] text, int from, int to, java.util.function.LongConsumer use) {
        Matcher matcher = pattern.matcher(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
        if (matcher.find()) {
            use.accept(Long.parseLong(matcher.group(1)));
        }
    }
}
