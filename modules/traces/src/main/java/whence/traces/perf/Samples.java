package whence.traces.perf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.traces.text.LineCursor;
import whence.traces.text.Results;
import whence.traces.text.Stamp;
import whence.traces.text.TraceReader;

/// One reading of one `perf script`.
final class Samples extends TraceReader.Recording {
    private static final Pattern LOST =
            Pattern.compile("(?i).*\\blost (\\d{1,18})\\b.*|.*\\b(\\d{1,18}) (?:events|samples|chunks) lost\\b.*");
    private static final Pattern CHILD = Pattern.compile("child_pid=(\\d{1,9})");
    private static final Pattern FORKED = Pattern.compile("\\((\\d{1,9}):(\\d{1,9})\\):\\(\\d{1,9}:\\d{1,9}\\).*");
    private static final Pattern EXIT =
            Pattern.compile("(?:NR -?\\d{1,9} = |ret(?:val)?=)?(-?\\d{1,18}|0x[0-9a-f]{1,16})\\s*");
    private static final Pattern RETURNED =
            Pattern.compile("\\b(?:ret(?:val)?|arg1)=(-?\\d{1,18}|0x[0-9a-f]{1,16})\\b.*");
    private static final List<String> OWN = List.of(
            "#",
            "'",
            "Samples for ",
            "build id event",
            "Warning:",
            "failed to ",
            "Failed to ",
            "Looking at ",
            "Using ",
            "[");

    private final Clock clock;
    private int row = -1;
    private long start;

    Samples(Clock clock, EventsBuilder events) {
        super(events);
        this.clock = clock;
    }

    @Override
    public void line(LineCursor line) {
        if (line.length() == 0) {
            return;
        }
        byte[] text = line.array();
        if (row >= 0 && SampleLine.frame(text, line.from(), line.to())) {
            events.extend(row, (int) (line.offset(line.to()) - start));
            return;
        }
        String whole = latin(line, SampleLine.LONGEST);
        Matcher matcher = SampleLine.matcher(whole);
        if (matcher.matches()) {
            sample(matcher, line);
        } else if (row >= 0 && SampleLine.source(text, line.from(), line.to())) {
            events.extend(row, (int) (line.offset(line.to()) - start));
        } else {
            notice(whole, line);
        }
    }

    private void notice(String text, LineCursor line) {
        Matcher lost = LOST.matcher(text);
        boolean own = own(text);
        row = add(lost.matches() ? EventKind.LOST : own ? EventKind.TRACER : EventKind.OUTPUT, line);
        start = line.offset();
        if (lost.matches()) {
            String count = lost.group(1) == null ? lost.group(2) : lost.group(1);
            lose(line, Loss.Kind.DROPPED, Long.parseLong(count), "perf lost samples");
        }
    }

    /// Whether perf speaks of itself.
    static boolean own(String text) {
        return OWN.stream().anyMatch(text::startsWith);
    }

    private void sample(Matcher matcher, LineCursor line) {
        byte[] time = matcher.group("time").getBytes(StandardCharsets.ISO_8859_1);
        String event = matcher.group("event");
        String record = matcher.group("record");
        start = line.offset();
        long stamp = stamp(Stamp.seconds(time, 0, time.length), record != null);
        row = events.add(
                record != null ? EventKind.TRACER : kind(event == null ? "" : event),
                stamp == Events.NO_TIME ? Clock.NONE : clock,
                stamp,
                Math.max(Events.NO_PID, Integer.parseInt(matcher.group("pid"))),
                line.number(),
                line.offset(),
                line.length());
        text(Fields.COMM, matcher.group("comm"));
        number(Fields.TID, matcher.group("tid"));
        number(Fields.CPU, matcher.group("cpu"));
        String rest = matcher.group("rest");
        if (record != null) {
            record(record, matcher.group("about"), line);
        } else if (event != null) {
            events.set(Fields.PROBE, row, event);
            call(event, rest == null ? "" : rest);
        }
    }

    /// perf tells of what was there before it as records at 0.
    private static long stamp(long ns, boolean record) {
        return ns == Stamp.NONE || (record && ns == 0) ? Events.NO_TIME : ns;
    }

    private void text(whence.timeline.Field field, @Nullable String value) {
        if (value != null) {
            events.set(field, row, value);
        }
    }

    private void number(whence.timeline.Field field, @Nullable String value) {
        if (value != null && !value.startsWith("-")) {
            events.set(field, row, Long.parseLong(value));
        }
    }

    private static EventKind kind(String event) {
        return switch (event) {
            case "sched:sched_process_exec" -> EventKind.EXEC;
            case "sched:sched_process_exit" -> EventKind.EXIT;
            case "sched:sched_process_fork" -> EventKind.FORK;
            default ->
                event.endsWith("__return")
                        ? EventKind.RETURN
                        : event.startsWith("probe") ? EventKind.PROBE : EventKind.TRACEPOINT;
        };
    }

    /// What the kernel told perf of tasks (`--show-task-events`): `PERF_RECORD_FORK(child:thread):(parent:thread)`,
    /// `PERF_RECORD_COMM exec: name:pid/tid`, `PERF_RECORD_EXIT(…)`.
    private void record(String record, String about, LineCursor line) {
        events.set(Fields.PROBE, row, record);
        switch (record) {
            case "PERF_RECORD_COMM" -> {
                if (about.startsWith("exec:")) {
                    events.rekind(row, EventKind.EXEC);
                }
            }
            case "PERF_RECORD_EXIT" -> events.rekind(row, EventKind.EXIT);
            case "PERF_RECORD_FORK" -> {
                Matcher forked = FORKED.matcher(about);
                boolean process = forked.matches() && forked.group(1).equals(forked.group(2));
                if (process) {
                    events.rekind(row, EventKind.FORK);
                    events.set(Fields.CHILD, row, Long.parseLong(forked.group(1)));
                }
            }
            default -> {
                Matcher lost = LOST.matcher(about);
                if (record.startsWith("PERF_RECORD_LOST") && lost.matches()) {
                    events.rekind(row, EventKind.LOST);
                    lose(line, Loss.Kind.DROPPED, Long.parseLong(lost.group(1)), "perf lost samples");
                }
            }
        }
    }

    /// `syscalls:sys_exit_bpf: 0xffffffffffffffea`; `probe:f__return: (…) ret=0xffffffea`.
    private void call(String event, String rest) {
        for (String edge : new String[] {"sys_enter_", "sys_exit_"}) {
            int at = event.indexOf(edge);
            if (at >= 0) {
                events.set(Fields.CALL, row, event.substring(at + edge.length()));
            }
        }
        Matcher child = CHILD.matcher(rest);
        if (event.equals("sched:sched_process_fork") && child.find()) {
            events.set(Fields.CHILD, row, Long.parseLong(child.group(1)));
        }
        Matcher exit = EXIT.matcher(rest);
        Matcher returned = RETURNED.matcher(rest);
        if ((event.contains("sys_exit_") || event.endsWith(":sys_exit")) && exit.matches()) {
            returned(exit.group(1));
        } else if (event.endsWith("__return") && returned.find()) {
            returned(returned.group(1));
        }
    }

    private void returned(String written) {
        byte[] value = written.getBytes(StandardCharsets.ISO_8859_1);
        long number = Results.signed(value, 0, value.length);
        if (number != Events.NO_NUMBER) {
            Results.set(events, row, number);
        }
    }
}
