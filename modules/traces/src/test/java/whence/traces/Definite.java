package whence.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.traces.strace.Call;
import whence.traces.strace.value.Value;

/// What holds of every trace that a tool wrote: each line is a typed event or part of one, none is unknown or lost, and
/// each call prints as it was written.
public final class Definite {
    private Definite() {}

    /// Calls that were printed and compared.
    public static int check(Fixture trace) {
        Events events = trace.events();
        String name = trace.input().artifact();
        BitSet covered = new BitSet();
        int printed = 0;
        for (int row = 0; row < events.count(); row++) {
            EventKind kind = events.kind(row);
            int vague = row;
            assertTrue(kind != EventKind.OTHER && kind != EventKind.OUTPUT, () -> name + ": " + trace.text(vague));
            events.spans(row).forEach(span -> covered.set((int) span.offset(), (int) (span.offset() + span.length())));
            printed += printsAsWritten(trace, row) ? 1 : 0;
        }
        byte[] bytes = trace.input().bytes().copy(0, (int) trace.input().bytes().size());
        for (int i = 0; i < bytes.length; i++) {
            assertTrue(covered.get(i) || bytes[i] <= ' ', name + ": no event has byte " + i);
        }
        assertEquals(List.of(), events.losses(), name);
        return printed;
    }

    private static boolean printsAsWritten(Fixture trace, int row) {
        Call call = Call.of(trace.input(), trace.events(), row).orElse(null);
        if (call == null) {
            return false;
        }
        assertTrue(call.arguments().stream().noneMatch(a -> a.value() instanceof Value.Unparsed), call::print);
        var spans = trace.events().spans(row);
        if (spans.size() > 1) {
            return false;
        }
        byte[] written = trace.input().bytes().copy(spans.getFirst().offset(), (int)
                spans.getFirst().length());
        String line = new String(written, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        assertEquals(line, call.print());
        return true;
    }
}
