package whence.traces.columns;

import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.traces.TraceFields;
import whence.traces.text.Ascii;
import whence.traces.text.Results;
import whence.traces.text.Syscalls;
import whence.traces.text.Words;

/// Reads the free text of a row as far as it says what happened: `finit_module ret=-8 dur_us=16705`,
/// `bpf(cmd=5, size=144)`, `load_module ret=0`.
final class Payload {
    private final EventsBuilder events;
    private final Words words;

    Payload(EventsBuilder events, Words words) {
        this.events = events;
        this.words = words;
    }

    void read(int row, byte[] text, int from, int to) {
        int nameEnd = from;
        while (nameEnd < to && Ascii.word(text[nameEnd])) {
            nameEnd++;
        }
        boolean named = nameEnd > from && Ascii.letter(text[from]) && separated(text, nameEnd, to);
        if (!named) {
            return;
        }
        long result = result(text, nameEnd, to);
        boolean returns = result != Events.NO_NUMBER;
        String name = words.latin(text, from, nameEnd);
        boolean call = Syscalls.isName(name);
        boolean says = call || returns || arguments(text, nameEnd, to);
        if (!says) {
            return;
        }
        events.rekind(row, call ? EventKind.TRACEPOINT : returns ? EventKind.RETURN : EventKind.PROBE);
        events.set(call ? Fields.CALL : Fields.PROBE, row, name);
        if (returns) {
            returned(row, result);
        }
    }

    private static boolean separated(byte[] text, int at, int to) {
        return at == to || text[at] == ' ' || text[at] == '(' || text[at] == '\t';
    }

    /// Whether `(` or `name=value` follows, or nothing.
    private static boolean arguments(byte[] text, int at, int to) {
        if (at == to || text[at] == '(') {
            return true;
        }
        int key = Ascii.skipSpaces(text, at, to);
        int end = key;
        while (end < to && Ascii.word(text[end])) {
            end++;
        }
        return key == to || (end > key && end < to && text[end] == '=');
    }

    private static long result(byte[] text, int from, int to) {
        for (String key : new String[] {" ret=", " retval=", " rc="}) {
            int at = Ascii.indexOf(text, from, to, key);
            if (at >= 0) {
                int value = at + key.length();
                return Results.signed(text, value, Ascii.wordEnd(text, value, to));
            }
        }
        return Events.NO_NUMBER;
    }

    void returned(int row, long value) {
        Results.set(events, row, value);
    }

    /// `uid=0`.
    void key(int row, byte[] text, int from, int to) {
        int equals = Ascii.indexOf(text, from, to, "=");
        if (Ascii.at(text, from, to, "cgroup=") && equals + 1 < to) {
            events.set(Fields.CGROUP, row, words.latin(text, equals + 1, to));
        } else if (Ascii.at(text, from, to, "uid=")) {
            set(row, TraceFields.UID, text, equals + 1, to);
        } else if (Ascii.at(text, from, to, "ppid=")) {
            set(row, Fields.PPID, text, equals + 1, to);
        } else if (Ascii.at(text, from, to, "tid=")) {
            set(row, Fields.TID, text, equals + 1, to);
        } else if (Ascii.at(text, from, to, "cpu=")) {
            set(row, Fields.CPU, text, equals + 1, to);
        } else if (Ascii.at(text, from, to, "ret=")) {
            long value = Results.signed(text, equals + 1, to);
            if (value != Events.NO_NUMBER) {
                returned(row, value);
            }
        }
    }

    private void set(int row, whence.timeline.Field field, byte[] text, int from, int to) {
        long value = Ascii.number(text, from, to);
        if (value >= 0) {
            events.set(field, row, value);
        }
    }
}
