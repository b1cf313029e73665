package whence.traces.bpftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.evidence.EventKind;
import whence.traces.Fixture;
import whence.traces.tally.Tally;

/// Runs the bpftrace that is installed: scripts that begin and end, which it runs wherever it may load a program, and
/// such as it refuses everywhere.
@Tag("deep")
class LiveBpftraceTest {
    private static Fixture run(boolean errors, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bpftrace"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(errors);
        if (!errors) {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return Fixture.ofText(text);
    }

    private static List<String> maps(Fixture trace) {
        return IntStream.range(0, trace.events().count())
                .boxed()
                .flatMap(row -> Tally.of(trace.input(), trace.events(), row).stream())
                .map(Tally::map)
                .toList();
    }

    @Test
    void maps_are_the_same_in_text_and_in_json() throws Exception {
        String script;
        try (InputStream stream = Fixture.class.getResourceAsStream("bpftrace-maps.bt")) {
            script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        Fixture text = run(false, "-e", script);
        Fixture json = run(false, "-f", "json", "-e", script);
        assertEquals("bpftrace", text.reader().format());
        assertEquals("bpftrace-json", json.reader().format());
        assertTrue(maps(text).size() > 25, () -> text.input().bytes().text());
        assertEquals(maps(text), maps(json));
        assertEquals(List.of(), json.events().losses());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kprobe:no_such_function_anywhere { exit(); }",
                "tracepoint:syscalls:sys_enter_nosuch { exit(); }",
                "uprobe:/nonexistent:foo { exit(); }",
                "uprobe:/bin/sh:no_such_symbol { exit(); }",
                "BEGIN { @x = ; }",
                "BEGIN { printf(\"%d\", nosuch); }"
            })
    void what_it_refuses_is_said_by_the_tracer(String script) throws Exception {
        Fixture refused = run(true, "-e", script);
        assertEquals("bpftrace", refused.reader().format());
        assertTrue(refused.events().count() > 0);
        for (int row = 0; row < refused.events().count(); row++) {
            assertEquals(EventKind.TRACER, refused.events().kind(row), refused.text(row));
        }
    }
}
