package whence.traces;

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
import whence.timeline.Input;

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
            Definite.check(trace);
        }
    }

    @Test
    void every_call_prints_as_it_was_written_and_no_argument_is_beyond_the_grammar() throws IOException {
        int printed = 0;
        for (Fixture trace : traces("strace.*\\.txt")) {
            printed += Definite.check(trace);
        }
        assertTrue(printed > 1500, "only " + printed);
    }
}
