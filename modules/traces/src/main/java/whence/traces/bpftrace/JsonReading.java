package whence.traces.bpftrace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.columns.Inference;
import whence.traces.columns.Layout;
import whence.traces.text.LineCursor;
import whence.traces.text.TraceReader;

/// One reading of one file of objects.
final class JsonReading implements TraceReader.Reading {
    static final Set<String> TYPES = Set.of(
            "attached_probes",
            "printf",
            "join",
            "map",
            "hist",
            "lhist",
            "stats",
            "value",
            "time",
            "cat",
            "system",
            "syscall",
            "lost_events",
            "helper_error",
            "error");
    private static final Set<String> PRINTED = Set.of("printf", "join", "time", "cat", "system", "syscall");
    private static final int SAMPLES = 400;
    /// A script that never ends its line is shown in events of so many characters, of so many objects.
    private static final int LONGEST = 1 << 20;

    private static final int MOST_PIECES = 1 << 12;

    private final EventsBuilder events;
    private final BpftraceLines lines;
    private final List<Span> pieces = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private int part;

    JsonReading(Input input, EventsBuilder events) {
        this.events = events;
        String hint = input.hints().get(Input.COLUMNS);
        Optional<Layout> layout =
                hint != null ? Optional.of(Layout.ofHint(hint)) : Inference.of(samples(input.bytes()));
        this.lines = new BpftraceLines(input, events, layout);
    }

    /// The script's first lines that begin with a digit.
    private static List<String> samples(Bytes bytes) {
        StringBuilder printed = new StringBuilder();
        Lines objects = new Lines(bytes);
        for (int i = 0; i < SAMPLES && objects.next(); i++) {
            if (objects.end() - objects.start() < 1 << 16) {
                JsonLine.parse(objects.text())
                        .filter(line -> PRINTED.contains(line.type()))
                        .ifPresent(line -> printed.append(printed(line)));
            }
        }
        return printed.toString()
                .lines()
                .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
                .toList();
    }

    private static String printed(JsonLine line) {
        String text = line.text() == null ? "" : line.text();
        return line.type().equals("join") ? text + "\n" : text;
    }

    @Override
    public void line(LineCursor cursor) {
        if (cursor.length() == 0) {
            return;
        }
        if (cursor.array()[cursor.from()] != '{') {
            end();
            lines.line(cursor.array(), cursor.from(), cursor.to(), cursor.number(), cursor.offset(), cursor.length());
            return;
        }
        String text = new String(cursor.array(), cursor.from(), cursor.length(), StandardCharsets.UTF_8);
        JsonLine line = JsonLine.parse(text).orElse(null);
        Span span = new Span(events.artifact(), cursor.number(), cursor.offset(), cursor.length());
        if (line != null && PRINTED.contains(line.type())) {
            pieces.add(span);
            printedText(printed(line), span);
        } else {
            end();
            other(line, span);
        }
        if (line == null || line.broken()) {
            events.lose(Loss.Kind.UNREADABLE, span.line(), span.offset(), span.length(), 1, "this line is not JSON");
        }
    }

    /// Cuts what was printed into lines; what has no end yet waits for the next object.
    private void printedText(String text, Span span) {
        part = 0;
        int from = 0;
        for (int lf = text.indexOf('\n'); lf >= 0; lf = text.indexOf('\n', from)) {
            emit(pending.append(text, from, lf).toString());
            pending.setLength(0);
            from = lf + 1;
            part++;
            pieces.clear();
            pieces.add(span);
        }
        pending.append(text, from, text.length());
        if (pending.isEmpty()) {
            pieces.clear();
        } else if (pending.length() > LONGEST || pieces.size() > MOST_PIECES) {
            end();
        }
    }

    private void emit(String text) {
        Span first = pieces.getFirst();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int before = events.count();
        lines.line(bytes, 0, bytes.length, first.line(), first.offset(), (int) first.length());
        if (events.count() > before) {
            if (part > 0) {
                events.set(BpftraceJsonReader.PART, before, part);
            }
            pieces.stream().skip(1).forEach(piece -> events.also(before, piece));
        }
    }

    /// What was printed without an end of line.
    @Override
    public void end() {
        if (!pending.isEmpty() && !pieces.isEmpty()) {
            emit(pending.toString());
        }
        pending.setLength(0);
        pieces.clear();
    }

    private void other(@Nullable JsonLine line, Span span) {
        String type = line == null ? "" : line.type();
        EventKind kind = switch (type) {
            case "attached_probes", "helper_error", "error" -> EventKind.TRACER;
            case "lost_events" -> EventKind.LOST;
            case "map", "hist", "lhist", "stats" -> EventKind.TALLY;
            default -> EventKind.OUTPUT;
        };
        int row = events.add(
                kind, Clock.NONE, Events.NO_TIME, Events.NO_PID, span.line(), span.offset(), (int) span.length());
        if (kind == EventKind.TALLY && line != null && line.map() != null) {
            events.set(Fields.PROBE, row, line.map());
        }
        if (kind == EventKind.LOST && line != null) {
            long count = line.count() < 0 ? Loss.UNKNOWN : line.count();
            events.lose(Loss.Kind.DROPPED, span.line(), span.offset(), span.length(), count, "bpftrace lost events");
        }
    }
}
