package whence.traces.strace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Bytes;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.timeline.Input;
import whence.traces.Fixture;

/// Runs the strace that is installed and reads what it writes.
@Tag("deep")
class LiveStraceTest {
    @TempDir
    Path folder;

    private Fixture trace(String... options) throws IOException, InterruptedException {
        Path output = folder.resolve("out");
        List<String> command = new java.util.ArrayList<>(List.of("strace", "-f", "-o", output.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("sh", "-c", "ls / > /dev/null; cat /nonexistent; exit 3"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return Fixture.of(new Input("out", Bytes.of(Files.readAllBytes(output)), Map.of()));
    }

    private static void check(Fixture trace) {
        assertEquals("strace", trace.reader().format());
        int calls = 0;
        for (int row = 0; row < trace.events().count(); row++) {
            assertTrue(trace.events().kind(row) != EventKind.OUTPUT, trace.text(row));
            Call call = Call.of(trace.input(), trace.events(), row).orElse(null);
            if (call != null && trace.events().spans(row).size() == 1) {
                Span span = trace.events().span(row);
                assertEquals(trace.input().bytes().text(span.offset(), (int) span.length()), call.print());
                calls++;
            }
        }
        assertTrue(calls > 40, "only " + calls);
        assertEquals(List.of(), trace.events().losses());
        assertEquals(EventKind.EXIT, trace.events().kind(trace.find("+++ exited with 3 +++")));
    }

    @Test
    void plain() throws Exception {
        check(trace());
    }

    @Test
    void with_times_durations_and_descriptors() throws Exception {
        check(trace("-tt", "-T", "-y", "-v"));
    }

    @Test
    void with_seconds_since_1970_and_hexadecimal_strings() throws Exception {
        check(trace("-ttt", "-yy", "-xx", "-s", "200"));
    }

    @Test
    void with_relative_times_and_raw_constants() throws Exception {
        check(trace("-r", "-X", "verbose"));
    }
}
