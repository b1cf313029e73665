package whence.traces.bpftrace;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.columns.Header;
import whence.traces.columns.Layout;
import whence.traces.columns.Rows;
import whence.traces.text.Ascii;

/// Makes events of the lines that a bpftrace script printed, wherever the lines come from.
final class BpftraceLines {
    private final Input input;
    private final EventsBuilder events;
    private @Nullable Rows rows;
    private int lastRow = -1;
    private long lastOffset;
    private final Continuation last = new Continuation();

    BpftraceLines(Input input, EventsBuilder events, Optional<Layout> layout) {
        this.input = input;
        this.events = events;
        this.rows = layout.map(known -> new Rows(known, input, events)).orElse(null);
    }

    /// Takes the next line.
    ///
    /// @param number of the line in the artifact, with where it stands there
    void line(byte[] text, int from, int to, long number, long offset, int length) {
        boolean more = last.goOn(text, from, to);
        if (from == to) {
            return;
        }
        if (lastRow >= 0 && (more || frame(text, from, to))) {
            events.extend(lastRow, (int) (offset + length - lastOffset));
            return;
        }
        lastRow = row(text, from, to, number, offset, length);
        last.begin(text, from, to);
        lastOffset = offset;
    }

    private int row(byte[] text, int from, int to, long number, long offset, int length) {
        if (BpftraceNotices.is(text, from, to)) {
            return notice(text, from, to, number, offset, length);
        }
        if (Continuation.entry(text, from, to)) {
            return map(text, from, to, number, offset, length);
        }
        if (Ascii.letter(text[from]) && header(text, from, to)) {
            return add(EventKind.TRACER, number, offset, length);
        }
        int row = rows == null ? -1 : rows.add(text, from, to, number, offset, length);
        return row >= 0 ? row : add(EventKind.OUTPUT, number, offset, length);
    }

    private int notice(byte[] text, int from, int to, long number, long offset, int length) {
        int row = add(BpftraceNotices.kind(text, from, to), number, offset, length);
        long lost = BpftraceNotices.lost(text, from, to);
        if (lost > 0) {
            events.lose(Loss.Kind.DROPPED, number, offset, length, lost, "bpftrace lost events");
        }
        return row;
    }

    /// `@name[key]: value`, with a histogram's lines below it.
    private int map(byte[] text, int from, int to, long number, long offset, int length) {
        int row = add(EventKind.TALLY, number, offset, length);
        int end = from;
        while (end < to && text[end] != '[' && text[end] != ':' && text[end] != ' ') {
            end++;
        }
        events.set(Fields.PROBE, row, new String(text, from, end - from, StandardCharsets.ISO_8859_1));
        return row;
    }

    private boolean header(byte[] text, int from, int to) {
        boolean capital = text[from] >= 'A' && text[from] <= 'Z' && to - from < 400;
        if (!capital || (rows != null && rows.layout().by() == Layout.By.HINT)) {
            return false;
        }
        Optional<Layout> layout = Header.parse(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
        layout.ifPresent(known -> rows = new Rows(known, input, events));
        return layout.isPresent();
    }

    private int add(EventKind kind, long number, long offset, int length) {
        return events.add(kind, Clock.NONE, Events.NO_TIME, Events.NO_PID, number, offset, length);
    }

    /// A frame of a stack is printed on its own line, indented.
    private static boolean frame(byte[] text, int from, int to) {
        boolean indented = text[from] == '\t' || Ascii.at(text, from, to, "    ");
        return indented && Ascii.skipSpaces(text, from, to) < to;
    }
}
