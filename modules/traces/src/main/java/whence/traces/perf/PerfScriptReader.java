package whence.traces.perf;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.text.Ascii;
import whence.traces.text.HintedClock;
import whence.traces.text.LineCursor;
import whence.traces.text.LineReader;
import whence.traces.text.Results;
import whence.traces.text.Stamp;

/// Reads `perf script`: samples with task, pid, processor, stamp and event, and the frames below each. Its stamps
/// are on [Clock#TRACE] unless the input's hints name a clock: perf's own can be chosen when recording (`-k`), and
/// the text does not say.
public final class PerfScriptReader extends LineReader {
    private static final Pattern SAMPLE =
            Pattern.compile("\\s*(?<comm>\\S.{0,30}?)\\s+(?<pid>-?\\d{1,9})(?:/(?<tid>\\d{1,9}))?\\s+"
                    + "(?:\\[(?<cpu>\\d{1,6})\\]\\s+)?(?:[.\\w]{4,8}\\s+)?(?<time>\\d{1,10}\\.\\d{3,9}):\\s+(?:\\d+\\s+)?"
                    + "(?<event>[\\w./-]+(?::[\\w./*-]+)*):\\w*:?\\s*(?<rest>.*)");
    private static final Pattern LOST =
            Pattern.compile("(?i).*\\blost (\\d{1,18})\\b.*|.*\\b(\\d{1,18}) (?:events|samples|chunks) lost\\b.*");
    private static final Pattern CHILD = Pattern.compile("child_pid=(\\d{1,9})");
    private static final Pattern EXIT = Pattern.compile("(?:ret(?:val)?=)?(-?\\d{1,18}|0x[0-9a-f]{1,16})\\s*");

    /// A reader without state.
    public PerfScriptReader() {
        super("perf-script");
    }

    @Override
    protected boolean shaped(byte[] text, int from, int to) {
        return to - from < 8192 && SAMPLE.matcher(latin(text, from, to)).matches();
    }

    @Override
    protected boolean tolerated(byte[] text, int from, int to) {
        return from == to || text[from] == '#' || frame(text, from, to);
    }

    /// `\tffffffff8d3e9c10 load_elf_binary+0x0 ([kernel.kallsyms])`.
    private static boolean frame(byte[] text, int from, int to) {
        int at = Ascii.skipSpaces(text, from, to);
        int end = Ascii.wordEnd(text, at, to);
        boolean address = at > from && end - at >= 4;
        for (int i = at; address && i < end; i++) {
            address = Character.digit(text[i], 16) >= 0;
        }
        return address && end < to && Ascii.indexOf(text, end, to, "(") > 0;
    }

    private static String latin(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    @Override
    protected int surest() {
        return 92;
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return new Samples(HintedClock.of(input), events);
    }

    private static final class Samples implements Reading {
        private final Clock clock;
        private final EventsBuilder events;
        private int row = -1;
        private long start;

        Samples(Clock clock, EventsBuilder events) {
            this.clock = clock;
            this.events = events;
        }

        @Override
        public void line(LineCursor line) {
            byte[] text = line.array();
            if (line.length() == 0) {
                return;
            }
            if (row >= 0 && frame(text, line.from(), line.to())) {
                events.extend(row, (int) (line.offset(line.to()) - start));
                return;
            }
            String whole = latin(text, line.from(), Math.min(line.to(), line.from() + (1 << 16)));
            Matcher matcher = SAMPLE.matcher(whole);
            if (matcher.matches()) {
                sample(matcher, line);
            } else {
                notice(whole, line);
            }
        }

        private void notice(String text, LineCursor line) {
            Matcher lost = LOST.matcher(text);
            row = add(
                    events,
                    lost.matches() ? EventKind.LOST : text.startsWith("#") ? EventKind.TRACER : EventKind.OUTPUT,
                    line);
            start = line.offset();
            if (lost.matches()) {
                String count = lost.group(1) == null ? lost.group(2) : lost.group(1);
                events.lose(
                        Loss.Kind.DROPPED,
                        line.number(),
                        line.offset(),
                        line.length(),
                        Long.parseLong(count),
                        "perf lost samples");
            }
        }

        private void sample(Matcher matcher, LineCursor line) {
            byte[] time = matcher.group("time").getBytes(StandardCharsets.ISO_8859_1);
            String event = matcher.group("event");
            start = line.offset();
            row = events.add(
                    kind(event),
                    clock,
                    Stamp.seconds(time, 0, time.length),
                    Math.max(Events.NO_PID, Integer.parseInt(matcher.group("pid"))),
                    line.number(),
                    line.offset(),
                    line.length());
            events.set(Fields.COMM, row, matcher.group("comm"));
            events.set(Fields.PROBE, row, event);
            if (matcher.group("tid") != null) {
                events.set(Fields.TID, row, Long.parseLong(matcher.group("tid")));
            }
            if (matcher.group("cpu") != null) {
                events.set(Fields.CPU, row, Long.parseLong(matcher.group("cpu")));
            }
            call(event, matcher.group("rest"));
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

        /// `syscalls:sys_exit_bpf: 0xffffffffffffffea`.
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
            if (event.contains("sys_exit_") && exit.matches()) {
                byte[] value = exit.group(1).getBytes(StandardCharsets.ISO_8859_1);
                Results.set(events, row, Results.signed(value, 0, value.length));
            }
        }
    }
}
