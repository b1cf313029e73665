package whence.traces.strace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Bytes;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.Fixture;
import whence.traces.TraceFields;
import whence.traces.strace.value.Values;

/// Runs the strace that is installed, in its many styles, and reads what it writes: each line becomes an event or
/// part of one, nothing is unknown or lost, and each call prints as it was written.
@Tag("deep")
class LiveStraceTest {
    /// Forks, pipes, signals, sockets, threads, strange names, failing calls.
    private static final String WORK = """
            ls -l / > /dev/null; cat /nonexistent; mkdir -p 'a b, (c) "[d]'; echo x > 'a b, (c) "[d]/é'; rm -r a*
            (exit 5); true | cat; bash -c 'kill -9 $$'; trap : ALRM; kill -ALRM $$; sleep 0.01 & wait
            bash -c 'exec 3<>/dev/tcp/127.0.0.1/1'; head -c 300 /dev/urandom | od -c | tail -2; date; id
            head -c 200000 /dev/zero | xz -T2 --block-size=50000 > /dev/null; exit 3
            """;

    @TempDir
    Path folder;

    private Path run(boolean terminal, String options) throws IOException, InterruptedException {
        Path output = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of("env", "-i", "PATH=/usr/bin:/bin", "strace"));
        command.addAll(List.of(options.split(" ")));
        command.removeIf(String::isEmpty);
        if (!terminal) {
            command.addAll(List.of("-o", output.toString()));
        }
        command.addAll(List.of("sh", "-c", WORK));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Process process = builder.redirectOutput(folder.resolve("printed").toFile())
                .redirectError((terminal ? output : folder.resolve("errors")).toFile())
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        return output;
    }

    private static Fixture read(Path output) throws IOException {
        return Fixture.of(new Input(output.getFileName().toString(), Bytes.of(Files.readAllBytes(output)), Map.of()));
    }

    private static String line(Fixture trace, int row) {
        Span span = trace.events().span(row);
        return trace.input()
                .bytes()
                .text(span.offset(), (int) span.length())
                .lines()
                .findFirst()
                .orElse("");
    }

    private static void check(Fixture trace) {
        Events events = trace.events();
        assertEquals("strace", trace.reader().format());
        BitSet covered = new BitSet();
        for (int row = 0; row < events.count(); row++) {
            events.spans(row).forEach(span -> covered.set((int) span.offset(), (int) (span.offset() + span.length())));
            assertTrue(events.kind(row) != EventKind.OUTPUT && events.kind(row) != EventKind.OTHER, trace.text(row));
            Call call = Call.of(trace.input(), events, row).orElse(null);
            if (call != null) {
                assertTrue(!call.unparsed(), call::print);
                if (events.spans(row).size() == 1) {
                    assertEquals(line(trace, row), Values.utf8(call.print()));
                }
            }
        }
        assertEquals(List.of(), events.losses());
        String text = trace.input().bytes().text();
        for (int i = 0; i < text.length(); i++) {
            assertTrue(covered.get(i) || Character.isWhitespace(text.charAt(i)), "nobody has byte " + i);
        }
    }

    private static long count(Fixture trace, EventKind kind) {
        return IntStream.range(0, trace.events().count())
                .filter(row -> trace.events().kind(row) == kind)
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-f",
                "-f -t",
                "-f -tt -T -y -v",
                "-f -ttt -yy -xx -s 200",
                "-f -r -x",
                "-f -ttt -r -n",
                "-f -tt -i -n -X verbose -v",
                "-f -X raw -s 0",
                "-f -s 100000 -a 1",
                "-f -k",
                "-f -k -tt -e trace=%process,%file",
                "-f -Y",
                "-f --decode-fds=all --decode-pids=comm,pidns -ttt",
                "-f -e write=1,2,3 -e read=3",
                "-f -e read=3 -k",
                "-f -e inject=getrandom:error=EFAULT -e fault=uname",
                "-f -e abbrev=none -e raw=read,write -e verbose=none",
                "-f -qq -e trace=desc,network",
                "-f -z",
                "-f -Z",
            })
    void every_line_of_a_file_is_something_definite(String options) throws Exception {
        Fixture trace = read(run(false, options));
        check(trace);
        if (!options.contains("-qq")) {
            assertEquals(3, trace.events().number(Fields.RET, trace.find("+++ exited with 3 +++")));
        }
        assertTrue(count(trace, EventKind.CALL) > 50);
    }

    /// There strace names tasks only while there are several, and its notes and the program's errors stand amid calls.
    @ParameterizedTest
    @ValueSource(strings = {"-f", "-f -tt", "-f -ttt -T -y", "-f -r", "-f -k -e trace=%process"})
    void a_trace_on_the_terminal_has_every_fork_and_the_pid_of_every_line(String options) throws Exception {
        Fixture trace = read(run(true, options));
        Events events = trace.events();
        assertEquals(List.of(), events.losses());
        assertTrue(count(trace, EventKind.FORK) >= 10, "forks");
        int named = 0;
        for (int row = 0; row < events.count(); row++) {
            if (events.kind(row) == EventKind.CALL || events.kind(row) == EventKind.EXIT) {
                assertTrue(events.pid(row) > 0, trace.text(row));
                named++;
            }
        }
        assertTrue(named > 50, "only " + named);
        assertTrue(count(trace, EventKind.OUTPUT) < 20, "what the programs themselves printed");
    }

    @Test
    void the_files_of_ff_are_named_by_their_pids_and_hold_what_one_file_does() throws Exception {
        run(false, "-ff -tt");
        int exits = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("out."))
                    .toList()) {
                Fixture one = read(file);
                check(one);
                int pid = Integer.parseInt(file.getFileName().toString().substring(4));
                IntStream.range(0, one.events().count())
                        .forEach(row -> assertEquals(pid, one.events().pid(row)));
                exits += (int) count(one, EventKind.EXIT);
            }
        }
        assertTrue(exits > 10, "only " + exits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-f -c",
                "-f -c -w -S name",
                "-f -C",
                "-f -c -U name,calls,errors,max-time,time-percent,total-time"
            })
    void the_table_counts_what_the_trace_does(String options) throws Exception {
        Fixture table = read(run(false, options));
        assertEquals(List.of(), table.events().losses());
        assertEquals(0, count(table, EventKind.OUTPUT) + count(table, EventKind.OTHER));
        int total = IntStream.range(0, table.events().count())
                .filter(row -> table.events().kind(row) == EventKind.TALLY)
                .max()
                .orElseThrow();
        long calls = 0;
        long errors = 0;
        for (int row = 0; row < table.events().count(); row++) {
            if (table.events().kind(row) == EventKind.TALLY && row != total) {
                assertTrue(table.events().text(Fields.CALL, row) != null, table.text(row));
                calls += table.events().number(TraceFields.HITS, row);
                errors += table.events().number(TraceFields.MISSES, row);
            }
        }
        assertEquals(calls, table.events().number(TraceFields.HITS, total));
        assertEquals(errors, table.events().number(TraceFields.MISSES, total));
        assertTrue(calls > 500 && errors > 10, calls + " " + errors);
    }
}
