package whence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `whence match` with the source of the distribution beside that of mainline.
class SeveralSourcesTest {
    private static final String BOTH = "zork: cannot attach to port 3";
    private static final String OURS = "zork: refused by the policy of this vendor";

    @TempDir
    Path folder;

    private String mainline = "";
    private String vendor = "";

    @BeforeEach
    void write() throws IOException {
        String attach = "int attach(int p)\n{\n\tprintk(\"zork: cannot attach to port %d\\n\", p);\n";
        mainline = file("main.c", attach + "\treturn -5;\n}\n");
        vendor = file(
                "vendor.c", attach + "\tprintk(\"zork: refused by the policy of this vendor\\n\");\n\treturn -1;\n}\n");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void every_site_names_its_source() {
        assertEquals(List.of("mainline", "rhel7"), sources(BOTH, "mainline=" + mainline, "rhel7=" + vendor));
        String text = Console.run("match", "--source", "mainline=" + mainline, "--source", "rhel7=" + vendor, BOTH)
                .out();
        assertTrue(text.contains("  mainline  main.c:3") && text.contains("  rhel7  vendor.c:3"), text);
    }

    @Test
    void a_line_that_one_source_alone_prints_is_answered_from_that_one() {
        assertEquals(List.of("rhel7"), sources(OURS, "mainline=" + mainline, "rhel7=" + vendor));
    }

    @Test
    void a_source_without_a_label_is_called_by_its_place() {
        assertEquals(List.of(mainline, vendor), sources(BOTH, mainline, vendor));
    }

    @Test
    void a_place_that_is_there_under_a_name_with_an_equals_sign_is_a_place() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a=b"));
        Files.copy(Path.of(vendor), odd.resolve("vendor.c"));
        assertEquals(List.of(odd.toString()), sources(OURS, odd.toString()));
    }

    @Test
    void two_sources_of_one_label_are_refused_in_a_sentence() {
        Console twice = Console.run("match", "--source", "a=" + mainline, "--source", "a=" + vendor, BOTH);
        assertEquals(2, twice.status());
        assertTrue(twice.err().contains("two sources are called a"), twice.err());
    }

    private static List<String> sources(String line, String... places) {
        List<String> words = new ArrayList<>(List.of("match", "--json"));
        for (String place : places) {
            words.addAll(List.of("--source", place));
        }
        words.add(line);
        Console run = Console.run(words.toArray(String[]::new));
        assertEquals(0, run.status(), run.err());
        JsonNode sites =
                new JsonMapper().readTree(run.out()).get("matches").get(0).get("sites");
        return sites.valueStream().map(site -> site.get("source").asString()).toList();
    }
}
