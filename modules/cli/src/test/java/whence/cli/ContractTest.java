package whence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whence.bytes.Watch;
import whence.source.SourceTree;
import whence.source.cache.SourceCache;

/// What scripts rely on: the members of every document and the exit statuses. Members may be added, none may
/// go.
class ContractTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SAMPLES = Path.of("..", "..", "sample-sessions");
    private static final String GRADES = "observed|derived|assumed";
    private static final String MODULE =
            SAMPLES.resolve("sources/debian-6.1-module").toString();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"invalid-elf", "ambiguous-symbol", "bpf-einval", "centos7-bpf-einval"})
    void leads_have_an_id_a_kind_and_a_place(String sample) {
        JsonNode document = json(0, "leads", sample(sample));
        has(document, "leads", "losses");
        assertFalse(document.get("leads").isEmpty());
        for (JsonNode lead : document.get("leads")) {
            has(
                    lead,
                    "id",
                    "kind",
                    "title",
                    "severity",
                    "count",
                    "times",
                    "span",
                    "lacks",
                    "companions",
                    "not_compared");
            matches(lead.get("kind"), "log-line|failed-call|refused-probe|kernel-report|loss");
            lead.get("times").forEach(ContractTest::time);
            span(lead.get("span"));
        }
    }

    @ParameterizedTest
    @CsvSource({"invalid-elf,0,one", "ambiguous-symbol,0,explained", "centos7-bpf-einval,0,one"})
    void a_trail_ends_in_a_verdict_whose_status_the_shell_sees(String sample, int status, String state) {
        JsonNode document = json(status, "trail", sample(sample));
        has(document, "lead", "steps", "verdict", "other_sources", "next_probes", "losses");
        document.get("steps").forEach(ContractTest::step);
        JsonNode verdict = document.get("verdict");
        has(verdict, "state", "source", "exits", "summary", "weakest");
        assertEquals(state, verdict.get("state").asString());
        verdict.get("exits").forEach(ContractTest::exit);
        for (JsonNode probe : document.get("next_probes")) {
            matches(probe.get("tool"), "bpftrace|kprobe_events|perf");
            has(probe, "text", "splits");
        }
        for (JsonNode other : document.get("other_sources")) {
            has(other, "source", "verdict");
        }
    }

    @Test
    void all_trails_are_one_document() {
        JsonNode document = JSON.readTree(
                Console.run("trail", "--json", "--all", sample("bpf-einval")).out());
        assertTrue(document.get("trails").size() > 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|--errno ENOEXEC --miss memcmp", "10|--errno ENOEXEC", "20|--errno EXDEV --miss memcmp"})
    void the_status_of_exits_says_how_many_are_left(int status, String evidence) {
        String line = "exits --json --source " + MODULE + " --function elf_validity_check " + evidence;
        Console run = Console.run(line.split(" "));
        JsonNode document = JSON.readTree(run.out());
        has(document, "function", "file", "start_line", "end_line", "exits", "unknown_regions");
        document.get("exits").forEach(ContractTest::exit);
        assertEquals(status, run.status(), run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|--errno ETIMEDOUT",
                "0|--errno 110",
                "20|--errno 145",
                "0|--errno 145 --arch mips64",
                "0|--errno ETIMEDOUT --arch mips",
                "20|--errno 110 --arch mips"
            })
    void errors_have_the_numbers_of_the_architecture_that_is_asked_for(int status, String evidence) throws IOException {
        Path file = folder.resolve("wait.c");
        Files.writeString(file, "int wait_for(int fd)\n{\n\tif (fd < 0)\n\t\treturn -ETIMEDOUT;\n\treturn 0;\n}\n");
        String line = "exits --json --source " + file + " --function wait_for " + evidence;
        Console run = Console.run(line.split(" "));
        assertEquals(status, run.status(), run.out());
    }

    @Test
    void exits_of_two_versions_are_compared() {
        JsonNode document = json(
                0,
                "diff",
                "--left",
                SAMPLES.resolve("sources/mainline-4.20").toString(),
                "--right",
                SAMPLES.resolve("sources/rhel-7.7").toString(),
                "--function",
                "bpf_prog_load");
        has(document, "left", "right", "lines", "exits");
        has(document.get("lines"), "added", "removed", "changed");
        for (JsonNode change : document.get("exits")) {
            matches(change.get("change"), "added|removed|guard-changed|value-changed|moved");
            has(change, "left", "right");
        }
    }

    @Test
    void the_cache_says_what_it_holds_and_can_be_emptied() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve("a.c"), "int a(void) { return 0; }\n");
        SourceCache cache = new SourceCache(folder.resolve("cache"));
        SourceTree.open("t", tree.toString(), cache, Watch.NONE).close();
        String at = cache.folder().toString();
        JsonNode document = json(0, "cache", "--folder", at);
        has(document, "folder", "bytes", "removed_bytes", "indexes");
        assertEquals(Long.toString(cache.bytes()), document.get("bytes").asString());
        JsonNode index = document.get("indexes").get(0);
        has(index, "bytes", "last_used", "places");
        assertEquals(tree.toRealPath().toString(), index.get("places").get(0).asString());
        assertTrue(Console.run("cache", "--folder", at).out().contains("whence cache --empty removes it all"));
        assertTrue(Console.run("cache", "--empty", "--folder", at).out().contains("removed"));
        assertEquals("0", json(0, "cache", "--folder", at).get("bytes").asString());
    }

    @Test
    void a_line_is_matched_or_answered_with_an_empty_list() {
        JsonNode document = json(
                0,
                "match",
                "--source",
                MODULE,
                "Invalid ELF header magic: != \u007fELF",
                "sshd[1]: hello from nowhere");
        assertEquals(2, document.get("matches").size());
        JsonNode site = document.get("matches").get(0).get("sites").get(0);
        has(site, "file", "line", "function", "format", "level", "score", "arguments");
        assertEquals("elf_validity_check", site.get("function").asString());
        assertTrue(document.get("matches").get(1).get("sites").isEmpty());
    }

    @Test
    void a_line_is_followed_up_to_the_calls_that_can_have_printed_it() {
        String line = "Invalid ELF header magic: != \u007fELF";
        JsonNode document = json(0, "match", "--calls", "--source", MODULE, line);
        JsonNode calls = document.get("matches").get(0).get("sites").get(0).get("calls");
        for (JsonNode call : calls) {
            assertEquals("elf_validity_check", call.get(call.size() - 1).asString());
        }
        assertTrue(calls.size() > 0, document::toString);
        assertTrue(
                Console.run("match", "--calls", "--source", MODULE, line).out().contains(" > elf_validity_check"));
    }

    @Test
    void a_line_of_a_trace_leads_to_the_copies_it_may_mean() {
        String line = "ffffffff8d3ec960  k  load_elf_binary+0x0    [DISABLED][FTRACE]";
        JsonNode document = json(0, "symbols", "--at", line, sample("ambiguous-symbol"));
        JsonNode at = document.get("at").get(1);
        has(at, "text", "start", "end", "places");
        assertEquals("load_elf_binary+0x0", at.get("text").asString());
        assertEquals(1, at.get("places").size());
        has(at.get("places").get(0), "name", "copy", "module", "offset", "address", "object", "lines");
        assertEquals(
                "compat_binfmt_elf.c", at.get("places").get(0).get("object").asString());
    }

    @Test
    void symbols_say_their_copies_and_how_names_are_counted() {
        JsonNode document = json(0, "symbols", "--name", "load_elf_binary", sample("ambiguous-symbol"));
        has(document, "count", "ambiguous_names", "symbols");
        has(document.get("ambiguous_names"), "by_text", "by_kprobe");
        JsonNode copies = document.get("symbols").get(0).get("addresses");
        assertEquals(2, copies.size());
        for (JsonNode copy : copies) {
            has(copy, "address", "type", "object", "grade", "why", "probe");
            matches(copy.get("address"), "0x[0-9a-f]{1,16}");
            matches(copy.get("probe").get("kprobe"), "yes|no|unknown");
        }
    }

    @Test
    void a_timeline_is_an_event_a_line() {
        Console run = Console.run("timeline", "--json", "--where", "kind:call", sample("centos7-bpf-einval"));
        assertEquals(0, run.status());
        assertFalse(run.out().isEmpty());
        run.out().lines().map(JSON::readTree).forEach(event -> {
            has(event, "schema", "time", "kind", "pid", "text", "spans", "fields");
            event.get("spans").forEach(ContractTest::span);
        });
    }

    @Test
    void a_histogram_is_a_tally_with_its_buckets() throws IOException {
        Path trace = folder.resolve("bytes.txt");
        Files.writeString(trace, """
                Attaching 1 probe...

                @bytes[dd]:
                [2K, 4K)              12 |@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@|
                [4K, ...)              3 |@@@@@@@@@@@@@                                       |
                """);
        Console run = Console.run("timeline", "--json", "--where", "kind:tally", trace.toString());
        JsonNode tally = JSON.readTree(run.out()).get("tallies").get(0);
        assertEquals("@bytes", tally.get("map").asString());
        assertEquals("dd", tally.get("key").asString());
        assertEquals(
                JSON.readTree("{'from': '2048', 'below': '4096', 'count': '12'}".replace('\'', '"')),
                tally.get("histogram").get(0));
        assertTrue(tally.get("histogram").get(1).get("below").isNull());
    }

    @Test
    void an_event_stands_in_every_artifact_that_holds_it_and_says_how_exact_its_time_is() {
        Console run = Console.run("timeline", "--json", "--where", "kind:kernel", sample("invalid-elf"));
        List<JsonNode> lines = run.out()
                .lines()
                .map(JSON::readTree)
                .filter(event -> event.get("text").asString().startsWith("Invalid ELF header magic"))
                .toList();
        assertEquals(7, lines.size());
        for (JsonNode line : lines) {
            assertTrue(line.get("spans").size() > 1, line.toString());
            assertTrue(Long.parseLong(line.get("time").get("error_ns").asString()) > 0, line.toString());
        }
    }

    @Test
    void a_packed_directory_answers_as_its_session_does() {
        Path packed = folder.resolve("again.whence");
        assertEquals(
                0,
                Console.run("pack", "-o", packed.toString(), sample("centos7-bpf-einval"))
                        .status());
        assertTrue(Files.exists(packed));
        String first =
                Console.run("trail", "--json", sample("centos7-bpf-einval")).out();
        assertEquals(first, Console.run("trail", "--json", packed.toString()).out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "pdf", "md", "txt", "json"})
    void a_report_is_written_in_the_form_its_name_asks_for(String ending) throws IOException {
        Path report = folder.resolve("finding." + ending);
        assertEquals(
                0,
                Console.run("report", "-o", report.toString(), sample("centos7-bpf-einval"))
                        .status());
        assertTrue(Files.size(report) > 1000);
    }

    private static String sample(String name) {
        return SAMPLES.resolve(name + ".whence").toString();
    }

    private static JsonNode json(int status, String command, String... rest) {
        String[] line = new String[rest.length + 2];
        line[0] = command;
        line[1] = "--json";
        System.arraycopy(rest, 0, line, 2, rest.length);
        Console run = Console.run(line);
        assertEquals(status, run.status(), run.err());
        JsonNode document = JSON.readTree(run.out());
        assertEquals(1, document.get("schema").asInt());
        return document;
    }

    private static void step(JsonNode step) {
        has(step, "kind", "title", "why", "grade", "evidence", "chosen", "candidates");
        matches(step.get("kind"), "line|statement|call|symbol|exit|patch");
        matches(step.get("grade"), GRADES);
        step.get("evidence").forEach(ContractTest::span);
    }

    private static void exit(JsonNode exit) {
        has(exit, "function", "file", "line", "return_line", "values", "guard", "kind", "callee", "state", "because");
        matches(exit.get("kind"), "constant|propagated|computed|unknown");
        matches(exit.get("state"), "survives|eliminated|unknown");
        for (JsonNode reason : exit.get("because")) {
            has(reason, "rule", "text", "grade", "evidence");
            matches(reason.get("grade"), GRADES);
        }
    }

    private static void span(JsonNode span) {
        has(span, "artifact", "line", "offset", "length");
        assertTrue(span.get("length").asLong() >= 0);
    }

    private static void time(JsonNode time) {
        has(time, "clock", "ns", "error_ns");
        assertTrue(time.get("ns").isString(), "nanoseconds do not fit a double");
    }

    private static void matches(JsonNode value, String pattern) {
        assertTrue(value.asString().matches(pattern), value + " is not " + pattern);
    }

    private static void has(JsonNode node, String... members) {
        Set.of(members).forEach(member -> assertTrue(node.has(member), member + " is missing in " + node));
    }
}
