package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whence.branches.JudgedExit;
import whence.bytes.Watch;
import whence.evidence.Grade;
import whence.session.Session;
import whence.session.SessionException;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Reasoning;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;

/// The raw captures, dropped in as folders without their answers, against their answers.
@Tag("deep")
class CapturesTest {
    @TempDir
    private Path folder;

    private Path captures = Path.of("");

    @BeforeEach
    void find_the_captures() {
        String named = System.getenv("WHENCE_CAPTURES");
        assumeTrue(named != null, "WHENCE_CAPTURES names no folder of captures");
        captures = Path.of(named);
    }

    @ParameterizedTest(name = "whole tree: {0}")
    @ValueSource(booleans = {false, true})
    void every_line_of_invalid_elf_is_linked_to_the_call_that_printed_it(boolean whole)
            throws IOException, SessionException {
        try (Session session = open("invalid-elf", tree(whole, "debian-6.1-module"))) {
            Reasoning reasoning = Reasoning.of(session);
            Lead lead = reasoning.leads(Watch.NONE).stream()
                    .filter(l -> l.title().contains("Invalid ELF header magic"))
                    .findFirst()
                    .orElseThrow();
            JsonNode failing = truth("invalid-elf").get("failing_calls");
            assertEquals(failing.size(), lead.count());
            Trail trail = reasoning.trail(lead, Choices.NONE, Watch.NONE);
            List<String> printed = Told.step(trail, "Each occurrence belongs to one call").candidates().stream()
                    .filter(c -> c.why().contains("printed occurrence"))
                    .map(Step.Candidate::title)
                    .toList();
            List<String> true_calls = StreamSupport.stream(failing.spliterator(), false)
                    .map(c -> c.get("syscall").asString() + " = -ENOEXEC of "
                            + c.get("comm").asString() + " (task "
                            + c.get("pid").asInt() + ")")
                    .toList();
            assertEquals(true_calls, printed);
            assertEquals(List.of(1682), Told.left(trail.verdict()));
        }
    }

    @ParameterizedTest(name = "whole tree: {0}")
    @ValueSource(booleans = {false, true})
    void every_failing_bpf_call_is_linked_and_its_exit_survives_mostly_alone(boolean whole)
            throws IOException, SessionException {
        try (Session session = open("bpf-einval", tree(whole, "debian-6.1-bpf"))) {
            Reasoning reasoning = Reasoning.of(session);
            int tried = 0;
            int alone = 0;
            for (JsonNode one : truth("bpf-einval").get("cases")) {
                if (one.get("case").asInt() <= 12 && one.get("errno").asInt() != 0) {
                    tried++;
                    alone += Told.left(check(reasoning, one).verdict()).size() == 1 ? 1 : 0;
                }
            }
            assertEquals(11, tried);
            assertTrue(alone >= 8, alone + " of " + tried + " come down to one exit");
        }
    }

    @Test
    void the_refused_probe_is_explained_by_two_copies_at_their_true_addresses() throws IOException, SessionException {
        try (Session session = open("ambiguous-symbol", tree(true, ""))) {
            Reasoning reasoning = Reasoning.of(session);
            Trail trail = reasoning.trail(reasoning.leads(Watch.NONE).getFirst(), Choices.NONE, Watch.NONE);
            assertEquals(Verdict.State.EXPLAINED, trail.verdict().state());
            String told = trail.steps().toString();
            for (JsonNode copy : truth("ambiguous-symbol").get("symbols")) {
                assertTrue(told.contains(copy.get("runtime_address").asString()), told);
            }
            assertTrue(
                    told.contains("fs/compat_binfmt_elf.c includes binfmt_elf.c")
                            || told.contains("fs/compat_binfmt_elf.c includes fs/binfmt_elf.c"),
                    told);
        }
    }

    private static Trail check(Reasoning reasoning, JsonNode one) {
        int pid = one.get("strace_run").get("pid").asInt();
        String at = one.get("returning_statement").asString();
        int line = Integer.parseInt(at.substring(at.indexOf(':') + 1));
        String artifact = String.format(
                java.util.Locale.ROOT, "strace-%02d.txt", one.get("case").asInt());
        Lead lead = reasoning.leads(Watch.NONE).stream()
                .filter(l -> l.span().artifact().equals(artifact) && l.title().startsWith("bpf("))
                .findFirst()
                .orElseThrow();
        assertTrue(lead.title().contains("in task " + pid + ":"), lead::title);
        Trail trail = reasoning.trail(lead, Choices.NONE, Watch.NONE);
        assertEquals(Grade.DERIVED, trail.steps().getFirst().grade());
        assertTrue(trail.steps().getFirst().evidence().stream()
                .anyMatch(s -> s.artifact().equals("trace_pipe.txt")));
        assertTrue(
                trail.verdict().exits().stream()
                        .filter(e -> e.state() != JudgedExit.State.ELIMINATED)
                        .anyMatch(e -> e.exit().line() == line || e.exit().returnLine() == line),
                () -> at + ": " + trail.verdict().summary());
        return trail;
    }

    /// What a user adds: the whole tree, unpacked, or the few files written for the sample sessions.
    private static Path tree(boolean whole, String reconstruction) {
        if (!whole) {
            return Path.of(System.getProperty("whence.root"), "sample-sessions", "sources", reconstruction);
        }
        String named = System.getenv("WHENCE_KERNEL_TREE");
        Path root = Path.of(named != null ? named : "/usr/src/linux-source-6.1");
        assertTrue(
                Files.isDirectory(root),
                "unpack linux-source-6.1 and set WHENCE_KERNEL_TREE to it; not there: " + root);
        return root;
    }

    /// A copy without the answers; the source is added as a user adds one.
    private Session open(String name, Path tree) throws IOException, SessionException {
        Path copy = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.walk(captures.resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target =
                        copy.resolve(captures.resolve(name).relativize(file).toString());
                if (!answer(file.getFileName().toString())) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        Session session = Session.open(List.of(copy), folder.resolve("state"), Watch.NONE);
        session.addSource("debian", tree.toString(), Watch.NONE);
        return session;
    }

    private static boolean answer(String file) {
        return file.startsWith("truth")
                || file.startsWith("block")
                || file.equals("steps.jsonl")
                || file.endsWith("instructions-to-lines.json");
    }

    private JsonNode truth(String name) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(captures.resolve(name).resolve("truth.json")));
    }
}
