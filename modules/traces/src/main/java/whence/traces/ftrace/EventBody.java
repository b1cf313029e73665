package whence.traces.ftrace;

import java.nio.charset.StandardCharsets;
import whence.evidence.EventKind;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.traces.TraceFields;
import whence.traces.text.Ascii;
import whence.traces.text.Results;
import whence.traces.text.Words;

/// Reads what stands behind the stamp and sets the columns that follow from it.
final class EventBody {
    private final EventsBuilder events;
    private final Words words;

    EventBody(EventsBuilder events, Words words) {
        this.events = events;
        this.words = words;
    }

    void read(int row, byte[] text, int from, int to) {
        int nameEnd = from;
        while (nameEnd < to && text[nameEnd] != ':' && text[nameEnd] != ' ' && text[nameEnd] != '(') {
            nameEnd++;
        }
        if (nameEnd == from || nameEnd == to) {
            return;
        }
        if (text[nameEnd] == ':') {
            named(row, text, from, nameEnd, to);
        } else if (text[nameEnd] == '(') {
            enteredCall(row, text, from, nameEnd);
        } else if (Ascii.at(text, nameEnd, to, " -> 0x")) {
            leftCall(row, text, from, nameEnd, to);
        } else if (Ascii.indexOf(text, nameEnd, to, "<-") > 0) {
            function(row, text, from, nameEnd);
        }
    }

    /// `name: (place) a=1`, `name: (caller <- function) a=1`, `name: fields`.
    private void named(int row, byte[] text, int from, int nameEnd, int to) {
        String name = words.latin(text, from, nameEnd);
        events.set(Fields.PROBE, row, name);
        int rest = Ascii.skipSpaces(text, nameEnd + 1, to);
        if (rest < to && text[rest] == '(') {
            probe(row, text, from, to);
        } else if (name.startsWith("tracing_mark_write") || name.equals("print") || name.equals("bprint")) {
            events.rekind(row, EventKind.MARK);
        } else if (name.equals("function")) {
            function(row, text, rest, placeEnd(text, rest, to));
        } else {
            TracepointBody.read(events, row, name, text, rest, to);
        }
    }

    private static int placeEnd(byte[] text, int from, int to) {
        return Ascii.wordEnd(text, from, to);
    }

    private void probe(int row, byte[] text, int from, int to) {
        Hit hit = Hit.parse(new String(text, from, to - from, StandardCharsets.ISO_8859_1))
                .orElse(null);
        if (hit == null) {
            return;
        }
        events.rekind(row, hit.isReturn() ? EventKind.RETURN : EventKind.PROBE);
        events.set(Fields.FUNCTION, row, hit.function());
        events.set(TraceFields.OFFSET, row, hit.place().offset());
        if (hit.place().size() > 0) {
            events.set(TraceFields.SIZE, row, hit.place().size());
        }
        if (hit.isReturn()) {
            String name = hit.fetched().containsKey("ret") ? "ret" : "arg1";
            hit.number(name).ifPresent(value -> returned(row, value));
        }
    }

    private void returned(int row, long value) {
        Results.set(events, row, value);
    }

    /// `sys_finit_module(fd: 3, uargs: 55f1, flags: 0)`.
    private void enteredCall(int row, byte[] text, int from, int nameEnd) {
        events.rekind(row, EventKind.PROBE);
        events.set(Fields.PROBE, row, words.latin(text, from, nameEnd));
        call(row, text, from, nameEnd);
    }

    /// `sys_finit_module -> 0xfffffffffffffff8`.
    private void leftCall(int row, byte[] text, int from, int nameEnd, int to) {
        events.rekind(row, EventKind.RETURN);
        events.set(Fields.PROBE, row, words.latin(text, from, nameEnd));
        call(row, text, from, nameEnd);
        int digits = nameEnd + " -> 0x".length();
        try {
            String hex =
                    new String(text, digits, Ascii.wordEnd(text, digits, to) - digits, StandardCharsets.ISO_8859_1);
            returned(row, Long.parseUnsignedLong(hex, 16));
        } catch (NumberFormatException unreadable) {
            // The line stays an event without a result.
        }
    }

    private void call(int row, byte[] text, int from, int nameEnd) {
        if (Ascii.at(text, from, nameEnd, "sys_")) {
            events.set(Fields.CALL, row, words.latin(text, from + 4, nameEnd));
        }
    }

    /// `load_elf_binary+0x0/0x1780 <ffffffff8d3e9c10> <-bprm_execve+0x282/0x650`, or names alone.
    private void function(int row, byte[] text, int from, int nameEnd) {
        events.rekind(row, EventKind.PROBE);
        String place = words.latin(text, from, nameEnd);
        Place.parse(place).ifPresent(known -> {
            events.set(Fields.FUNCTION, row, known.function());
            events.set(TraceFields.OFFSET, row, known.offset());
            if (known.size() > 0) {
                events.set(TraceFields.SIZE, row, known.size());
            }
        });
    }
}
