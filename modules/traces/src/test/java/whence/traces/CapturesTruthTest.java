package whence.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whence.bytes.Bytes;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Input;

/// Counts, pids, times and results in real captures are those that the captured programs themselves wrote down.
class CapturesTruthTest {
    private static Path folder(String name) {
        String captures = System.getenv("WHENCE_CAPTURES");
        Assumptions.assumeTrue(captures != null, "WHENCE_CAPTURES is not set");
        return Path.of(captures, name);
    }

    private static JsonNode truth(Path folder) throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(folder.resolve("truth.json")));
    }

    private static Fixture trace(Path folder, String name) throws IOException {
        return Fixture.of(new Input(name, Bytes.of(Files.readAllBytes(folder.resolve(name)))));
    }

    private static int[] rows(Events events, IntPredicate wanted) {
        return IntStream.range(0, events.count()).filter(wanted).toArray();
    }

    private static long result(JsonNode truth) {
        int errno = truth.get("errno").asInt();
        return errno == 0 ? truth.get("strace_run").get("ret").asInt() : -errno;
    }

    private static List<JsonNode> cases(JsonNode truth, Path folder) {
        return truth.get("cases")
                .valueStream()
                .filter(one -> Files.exists(folder.resolve(strace(one))))
                .toList();
    }

    private static String strace(JsonNode one) {
        return "strace-%02d.txt".formatted(one.get("case").asInt());
    }

    @Test
    void strace_shows_each_bpf_call_with_its_task_and_result() throws IOException {
        Path folder = folder("bpf-einval");
        List<JsonNode> cases = cases(truth(folder), folder);
        assertEquals(12, cases.size());
        for (JsonNode one : cases) {
            Events events = trace(folder, strace(one)).events();
            int[] calls = rows(events, row -> "bpf".equals(events.text(Fields.CALL, row)));
            int last = calls[calls.length - 1];
            assertEquals(one.get("strace_run").get("pid").asInt(), events.pid(last), strace(one));
            long errno = events.number(Fields.ERRNO, last);
            assertEquals(result(one), errno == Events.NO_NUMBER ? events.number(Fields.RET, last) : -errno);
        }
    }

    @Test
    void bpftrace_shows_the_result_of_every_case() throws IOException {
        Path folder = folder("bpf-einval");
        Fixture trace = trace(folder, "bpftrace-bpf.txt");
        Events events = trace.events();
        for (JsonNode one : cases(truth(folder), folder)) {
            int pid = one.get("pids_of_other_passes").get("bpftrace").asInt();
            int[] ends = rows(
                    events, row -> events.pid(row) == pid && trace.text(row).contains("dur_us="));
            assertEquals(1, ends.length, () -> "task " + pid);
            assertEquals(result(one), events.number(Fields.RET, ends[0]));
        }
    }

    @Test
    void bpftrace_shows_every_module_call_with_its_times_and_result() throws IOException {
        Path folder = folder("invalid-elf");
        Fixture trace = trace(folder, "bpftrace-modload.txt");
        Events events = trace.events();
        JsonNode calls = truth(folder).get("all_module_calls_seen_by_bpftrace");
        assertEquals(calls.size(), rows(events, row -> trace.text(row).contains("dur_us=")).length);
        for (JsonNode call : calls) {
            int entered = at(events, call.get("enter_ns").asLong());
            int left = at(events, call.get("exit_ns").asLong());
            assertEquals(call.get("pid").asInt(), events.pid(entered));
            assertEquals(call.get("pid").asInt(), events.pid(left));
            assertEquals(call.get("comm").asString(), events.text(Fields.COMM, left));
            assertEquals(call.get("ret").asLong(), events.number(Fields.RET, left));
        }
    }

    private static int at(Events events, long ns) {
        int[] found = rows(events, row -> events.timeNs(row) == ns || events.number(Fields.MONOTONIC_NS, row) == ns);
        assertEquals(1, found.length, () -> "events at " + ns);
        return found[0];
    }

    @Test
    void strace_shows_the_module_calls_that_failed() throws IOException {
        Path folder = folder("invalid-elf");
        int shown = 0;
        for (JsonNode call : truth(folder).get("failing_calls")) {
            Path file = folder.resolve("strace-" + call.get("label").asString().charAt(0) + ".txt");
            if (Files.exists(file)) {
                Events events = trace(folder, file.getFileName().toString()).events();
                int[] failed = rows(
                        events,
                        row -> events.pid(row) == call.get("pid").asInt()
                                && call.get("syscall").asString().equals(events.text(Fields.CALL, row)));
                assertEquals(1, failed.length, file::toString);
                assertEquals(-call.get("ret").asLong(), events.number(Fields.ERRNO, failed[0]));
                shown++;
            }
        }
        assertEquals(5, shown);
    }

    @Test
    void trace_pipe_shows_which_copy_of_a_function_each_program_ran_through() throws IOException {
        Path folder = folder("ambiguous-symbol");
        Fixture trace = trace(folder, "trace_pipe.txt");
        Events events = trace.events();
        JsonNode runs = truth(folder).get("runs_in_trace_pipe");
        assertTrue(runs.size() > 9);
        for (JsonNode run : runs) {
            int pid = run.get("pid").asInt();
            for (String copy : List.of("lower", "higher")) {
                long told = run.get("hits")
                        .valueStream()
                        .filter(hit -> hit.get("event").asString().equals(copy))
                        .count();
                int[] hits = rows(events, row -> events.pid(row) == pid && copy.equals(events.text(Fields.PROBE, row)));
                assertEquals(told, hits.length, () -> copy + " by " + pid);
            }
        }
    }

    @Test
    void every_program_in_trace_pipe_has_its_exec() throws IOException {
        Path folder = folder("ambiguous-symbol");
        Events events = trace(folder, "trace_pipe.txt").events();
        for (JsonNode run : truth(folder).get("runs_in_trace_pipe")) {
            long told = run.get("hits")
                    .valueStream()
                    .filter(hit -> hit.get("event").asString().equals("sched_process_exec"))
                    .count();
            int pid = run.get("pid").asInt();
            int[] execs = rows(events, row -> events.kind(row) == EventKind.EXEC && events.pid(row) == pid);
            assertEquals(told, execs.length, () -> "execs of " + pid);
        }
    }

    @Test
    void the_profile_counts_the_hits_of_both_copies() throws IOException {
        Path folder = folder("ambiguous-symbol");
        Events events = trace(folder, "kprobe_profile.txt").events();
        for (JsonNode line : truth(folder).get("kprobe_profile")) {
            String[] words = line.asString().strip().split("\\s+");
            if (words.length == 3) {
                int[] rows = rows(events, row -> words[0].equals(events.text(Fields.PROBE, row)));
                assertEquals(1, rows.length, words[0]);
                assertEquals(Long.parseLong(words[1]), events.number(TraceFields.HITS, rows[0]));
                assertEquals(Long.parseLong(words[2]), events.number(TraceFields.MISSES, rows[0]));
            }
        }
    }
}
