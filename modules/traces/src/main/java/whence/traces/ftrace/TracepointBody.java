package whence.traces.ftrace;

import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.traces.text.Ascii;
import whence.traces.text.Results;

/// The tracepoints that say who made, ran and ended whom, and what a system call answered.
final class TracepointBody {
    private static final Pattern CHILD = Pattern.compile("child_pid=(\\d{1,9})");
    private static final Pattern RETURN =
            Pattern.compile("(?<=^|[ ,])(?:ret|return)=(-?\\d{1,18}|0x[0-9a-f]{1,16})\\b");
    /// `NR 257 = -2` of `sys_exit`; `0x3` of `sys_exit_openat` in a report of trace-cmd.
    private static final Pattern ANSWER = Pattern.compile("(?:NR -?\\d{1,9} = )?(-?\\d{1,18}|0x[0-9a-f]{1,16})\\s*");

    private static final String ENTERS = "sys_enter_";
    private static final String LEAVES = "sys_exit_";
    /// No format of these events is longer, bytes.
    private static final int LONGEST = 1 << 12;

    private final EventsBuilder events;

    TracepointBody(EventsBuilder events) {
        this.events = events;
    }

    void read(int row, String name, byte[] text, int from, int lineEnd) {
        int to = Math.min(lineEnd, from + LONGEST);
        switch (name) {
            case "sched_process_exec" -> events.rekind(row, EventKind.EXEC);
            case "sched_process_exit" -> events.rekind(row, EventKind.EXIT);
            case "sched_process_fork" -> {
                events.rekind(row, EventKind.FORK);
                number(CHILD.matcher(latin(text, from, to)), value -> events.set(Fields.CHILD, row, value));
            }
            case "signal_deliver" -> events.rekind(row, EventKind.SIGNAL);
            case "sys_exit" -> answered(row, text, from, to);
            default -> call(row, name, text, from, to);
        }
    }

    private void call(int row, String name, byte[] text, int from, int to) {
        if (name.startsWith(ENTERS)) {
            events.rekind(row, EventKind.PROBE);
            events.set(Fields.CALL, row, name.substring(ENTERS.length()));
        } else if (name.startsWith(LEAVES)) {
            events.set(Fields.CALL, row, name.substring(LEAVES.length()));
            answered(row, text, from, to);
        } else if (Ascii.indexOf(text, from, to, "ret=") >= 0 || Ascii.indexOf(text, from, to, "return=") >= 0) {
            number(RETURN.matcher(latin(text, from, to)), value -> Results.set(events, row, value));
        }
    }

    private void answered(int row, byte[] text, int from, int to) {
        events.rekind(row, EventKind.RETURN);
        Matcher matcher = ANSWER.matcher(latin(text, from, to));
        if (matcher.matches()) {
            set(matcher, value -> Results.set(events, row, value));
        } else {
            number(RETURN.matcher(latin(text, from, to)), value -> Results.set(events, row, value));
        }
    }

    private static String latin(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static void number(Matcher matcher, LongConsumer use) {
        if (matcher.find()) {
            set(matcher, use);
        }
    }

    private static void set(Matcher matcher, LongConsumer use) {
        byte[] digits = matcher.group(1).getBytes(StandardCharsets.ISO_8859_1);
        long value = Results.signed(digits, 0, digits.length);
        if (value != Events.NO_NUMBER) {
            use.accept(value);
        }
    }
}
