package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.source.files.DirectoryFiles;

/// The functions of `kernel/`, `fs/` and `mm/` of a kernel tree against those universal-ctags finds: name, file, first
/// and last line. What is left is macro calls without a semicolon, which ctags takes for the function behind them.
@Tag("deep")
class CtagsAgreementTest {
    private static final Pattern LINE = Pattern.compile("\tline:(\\d+)");
    private static final Pattern END = Pattern.compile("\tend:(\\d+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"6.1", "6.12"})
    void finds_the_functions_that_ctags_finds_with_the_same_ranges(String version)
            throws IOException, InterruptedException {
        String top = "linux-source-" + version + "/";
        Path archive = Path.of("/usr/src/linux-source-" + version + ".tar.xz");
        Assumptions.assumeTrue(
                version.equals("6.1") || Files.exists(archive), () -> archive + " is not installed on this machine");
        run("tar", "xf", archive.toString(), "-C", ".", top + "kernel", top + "fs", top + "mm");
        DirectoryFiles tree = new DirectoryFiles(folder.resolve("linux-source-" + version));
        List<String> paths =
                tree.paths().stream().filter(path -> path.endsWith(".c")).toList();
        Files.write(
                folder.resolve("files"), paths.stream().map(path -> top + path).toList());
        run("ctags", "--kinds-C=f", "--languages=C", "--fields=+ne-k", "-n", "-f", "tags", "-L", "files");
        Set<String> own = new HashSet<>();
        for (String path : paths) {
            for (Function function :
                    SourceFile.of("", path, tree.read(path).orElseThrow(), 0).functions()) {
                String name = function.name().split("\\(", 2)[0];
                own.add(name + " " + top + path + " " + function.line() + " " + function.endLine());
            }
        }
        Set<String> missing = tags();
        int all = missing.size();
        missing.removeAll(own);
        assertTrue(all > 40_000, () -> "only " + all);
        assertTrue(missing.size() * 1000L <= all * 2L, missing::toString);
    }

    private Set<String> tags() throws IOException {
        Set<String> tags = new HashSet<>();
        for (String tag : Files.readAllLines(folder.resolve("tags"), StandardCharsets.ISO_8859_1)) {
            String[] parts = tag.split("\t", 3);
            Matcher line = LINE.matcher(tag);
            Matcher end = END.matcher(tag);
            if (!tag.startsWith("!_") && line.find() && end.find()) {
                tags.add(parts[0] + " " + parts[1] + " " + line.group(1) + " " + end.group(1));
            }
        }
        return tags;
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    }
}
