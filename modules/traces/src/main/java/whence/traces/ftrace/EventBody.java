package whence.traces.ftrace;

import java.nio.charset.StandardCharsets;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.traces.TraceFields;
import whence.traces.graph.GraphCalls;
import whence.traces.graph.GraphLine;
import whence.traces.text.Ascii;
import whence.traces.text.Results;
import whence.traces.text.Words;

/// Reads what stands behind the stamp and sets the columns that follow from it.
final class EventBody {
    private final EventsBuilder events;
    private final Words words;
    private final TracepointBody tracepoints;
    private final GraphCalls graph;
    private final GraphLine line = new GraphLine();
    private boolean marked;
    private int pid;

    EventBody(EventsBuilder events, Words words) {
        this.events = events;
        this.words = words;
        this.tracepoints = new TracepointBody(events);
        this.graph = new GraphCalls(events);
    }

    void read(int row, int pid, byte[] text, int from, int to) {
        this.pid = pid;
        marked = false;
        int nameEnd = from;
        while (nameEnd < to && text[nameEnd] != ':' && text[nameEnd] != ' ' && text[nameEnd] != '(') {
            nameEnd++;
        }
        if (nameEnd == from) {
            return;
        }
        if (nameEnd == to) {
            function(row, text, from, nameEnd);
        } else if (text[nameEnd] == ':') {
            named(row, text, from, nameEnd, to);
        } else if (text[nameEnd] == '(' && Ascii.lastIndexOf(text, nameEnd, to, ") <-") > 0) {
            function(row, text, from, nameEnd);
        } else if (text[nameEnd] == '(') {
            enteredCall(row, text, from, nameEnd);
        } else if (Ascii.at(text, nameEnd, to, " -> 0x")) {
            leftCall(row, text, from, nameEnd, to);
        } else if (Ascii.indexOf(text, nameEnd, to, "<-") > 0) {
            function(row, text, from, nameEnd);
        }
    }

    /// Whether the last event was what a program wrote into the trace.
    boolean marked() {
        return marked;
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
            marked = true;
        } else if (name.equals("funcgraph_entry") || name.equals("funcgraph_exit")) {
            graph(row, text, nameEnd + 1, to);
        } else if (name.equals("function")) {
            function(row, text, rest, placeEnd(text, rest, to));
        } else {
            tracepoints.read(row, name, text, rest, to);
        }
    }

    /// trace-cmd's form of the function graph: `funcgraph_entry:  + 63.130 us  |    housekeeping_any_cpu();`.
    private void graph(int row, byte[] text, int from, int to) {
        if (line.read(text, from, to)) {
            events.rekind(row, line.call.startsWith("}") ? EventKind.RETURN : EventKind.PROBE);
            graph.read(row, pid, line);
        }
    }

    /// Events are missing.
    void forget() {
        graph.forget();
    }

    private static int placeEnd(byte[] text, int from, int to) {
        return Ascii.wordEnd(text, from, to);
    }

    private void probe(int row, byte[] text, int from, int to) {
        Hit hit = Hit.parse(new String(text, from, to - from, StandardCharsets.ISO_8859_1))
                .orElse(null);
        if (hit == null) {
            unnamed(row, text, from, to);
            return;
        }
        events.rekind(row, hit.isReturn() ? EventKind.RETURN : EventKind.PROBE);
        events.set(Fields.FUNCTION, row, hit.function());
        if (hit.isReturn()) {
            long result = fetchedResult(hit);
            if (result != Events.NO_NUMBER) {
                Results.set(events, row, result);
            }
        } else {
            place(row, hit.place());
        }
    }

    /// `open: (ffffffffa4b93450) dfd=3`: an address without a name, as trace-cmd shows a probe's place.
    private void unnamed(int row, byte[] text, int from, int to) {
        int open = Ascii.indexOf(text, from, to, "(");
        int hex = open + 1;
        while (hex < to && Character.digit(text[hex], 16) >= 0) {
            hex++;
        }
        if (hex - open > 8 && hex < to) {
            events.rekind(row, text[hex] == ')' ? EventKind.PROBE : EventKind.RETURN);
        }
    }

    /// What a name means is the definition's alone, which is not in the trace: only what is named as a result, and
    /// what was fetched without a name and without anything beside it, is taken for one.
    private static long fetchedResult(Hit hit) {
        boolean alone = hit.fetched().size() == 1;
        String fetched = hit.fetched().getOrDefault("ret", alone ? hit.fetched().getOrDefault("arg1", "") : "");
        byte[] value = fetched.getBytes(StandardCharsets.ISO_8859_1);
        return Results.signed(value, 0, value.length);
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
            Results.set(events, row, Long.parseUnsignedLong(hex, 16));
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
            place(row, known);
        });
    }

    private void place(int row, Place place) {
        events.set(TraceFields.OFFSET, row, place.offset());
        if (place.size() > 0) {
            events.set(TraceFields.SIZE, row, place.size());
        }
    }
}
