package whence.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import whence.bytes.Bytes;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.Input;
import whence.traces.strace.Call;
import whence.traces.strace.Value;

/// Every line of every trace in a folder of real captures is something definite, and every call prints as it was
/// written.
class CapturesTest {
    private static List<Fixture> traces(String pattern) throws IOException {
        String captures = System.getenv("WHENCE_CAPTURES");
        Assumptions.assumeTrue(captures != null, "WHENCE_CAPTURES is not set");
        List<Fixture> traces = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of(captures))) {
            for (Path path : all.filter(p -> p.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList()) {
                traces.add(Fixture.of(new Input(path.getFileName().toString(), Bytes.of(Files.readAllBytes(path)))));
            }
        }
        assertTrue(!traces.isEmpty());
        return traces;
    }

    @Test
    void every_line_is_something_definite() throws IOException {
        for (Fixture trace :
                traces("(strace|trace_pipe|ftrace|fgraph|blocks|bpftrace-(bpf|execve|modload)).*\\.(txt|json)")) {
            Events events = trace.events();
            long covered = 0;
            for (int row = 0; row < events.count(); row++) {
                boolean definite = events.kind(row) != EventKind.OTHER && events.kind(row) != EventKind.OUTPUT;
                int vague = row;
                assertTrue(definite, () -> trace.input().artifact() + ": " + trace.text(vague));
                for (Span span : events.spans(row)) {
                    covered += trace.input()
                            .bytes()
                            .text(span.offset(), (int) span.length())
                            .lines()
                            .filter(l -> !l.isBlank())
                            .count();
                }
            }
            long lines = trace.input()
                    .bytes()
                    .text()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .count();
            assertTrue(covered >= lines, trace.input().artifact() + ": " + covered + " of " + lines + " lines");
            assertEquals(List.of(), events.losses(), trace.input().artifact());
        }
    }

    @Test
    void every_call_prints_as_it_was_written_and_no_argument_is_beyond_the_grammar() throws IOException {
        int printed = 0;
        for (Fixture trace : traces("strace.*\\.txt")) {
            for (int row = 0; row < trace.events().count(); row++) {
                Call call = Call.of(trace.input(), trace.events(), row).orElse(null);
                if (call != null && trace.events().spans(row).size() == 1) {
                    Span span = trace.events().span(row);
                    assertEquals(trace.input().bytes().text(span.offset(), (int) span.length()), call.print());
                    assertTrue(
                            call.arguments().stream().noneMatch(a -> a.value() instanceof Value.Unparsed), call::print);
                    printed++;
                }
            }
        }
        assertTrue(printed > 1500, "only " + printed);
    }
}
