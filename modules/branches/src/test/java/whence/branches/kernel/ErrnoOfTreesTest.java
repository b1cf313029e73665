package whence.branches.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.branches.scope.Architecture;
import whence.branches.scope.Headers;
import whence.branches.scope.TreeScope;
import whence.branches.syntax.Exprs;
import whence.branches.value.Constants;
import whence.branches.value.Ints;
import whence.branches.value.Types;
import whence.evidence.Errno;
import whence.source.SourceTree;

/// The numbers of errors that the program knows against the headers of real trees, for every architecture they have.
@Tag("deep")
class ErrnoOfTreesTest {
    private static final Path NEWER = Path.of("/usr/src/linux-source-6.12.tar.xz");
    private static final Pattern NUMBERED =
            Pattern.compile("^\\s*#\\s*define\\s+(E[A-Z0-9]+)\\s+(\\d+)\\b", Pattern.MULTILINE);

    /// The generic header defined it, the architecture's own takes it back: either may be in force.
    private static final Map<String, Ints> TAKEN_BACK = Map.of(
            "alpha EAGAIN", Ints.of(11, 35),
            "alpha EWOULDBLOCK", Ints.of(11, 35),
            "powerpc EDEADLOCK", Ints.of(35, 58));

    @Test
    void every_architecture_of_6_1_numbers_its_errors_so() throws IOException {
        compare(KernelTree.root());
    }

    @Test
    void every_architecture_of_6_12_does(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isRegularFile(NEWER), "linux-source-6.12 is not installed");
        Process tar = new ProcessBuilder(
                        "tar",
                        "-C",
                        folder.toString(),
                        "--strip-components=1",
                        "--wildcards",
                        "-xf",
                        NEWER.toString(),
                        "*/errno*.h",
                        "*/arch/*/Kconfig")
                .inheritIO()
                .start();
        assertEquals(0, tar.waitFor());
        compare(folder);
    }

    private static void compare(Path root) throws IOException {
        Map<String, byte[]> taken = headers(root);
        SourceTree tree = SourceTree.of("tree", taken);
        Headers headers = new Headers(tree);
        List<String> wrong = new ArrayList<>();
        List<String> architectures = architectures(root);
        assertTrue(architectures.containsAll(List.of("alpha", "mips", "parisc", "sparc", "powerpc", "x86", "arm64")));
        for (String architecture : architectures) {
            TreeScope scope = TreeScope.of(headers, "user.c", Optional.of(new Architecture(architecture)));
            Constants constants = new Constants(new Types(scope), scope);
            Errno known = Errno.of(architecture);
            for (String name : known.all()) {
                Ints stated = constants.value(Exprs.parse(name)).set();
                boolean takenBack = stated.equals(TAKEN_BACK.get(architecture + " " + name));
                if (!takenBack && !stated.equals(Ints.of(known.number(name)))) {
                    wrong.add(architecture + ": " + name + " is " + known.number(name) + ", the tree says " + stated);
                }
            }
            numbers(taken, architecture)
                    .filter(define -> known.number(define.group(1)) != Integer.parseInt(define.group(2)))
                    .filter(define -> !define.group(1).equals("EMAXERRNO"))
                    .forEach(define -> wrong.add(architecture + " lacks " + define.group()));
        }
        assertEquals(List.of(), wrong);
    }

    /// What the architecture's own header gives a number, or the generic one where it has none.
    private static Stream<Matcher> numbers(Map<String, byte[]> taken, String architecture) {
        String own = "arch/" + architecture + "/include/uapi/asm/errno.h";
        byte[] header = taken.getOrDefault(own, taken.get("include/uapi/asm-generic/errno.h"));
        List<Matcher> found = new ArrayList<>();
        for (String line : new String(header, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            Matcher define = NUMBERED.matcher(line);
            if (define.find()) {
                found.add(define);
            }
        }
        return found.stream();
    }

    private static Map<String, byte[]> headers(Path root) throws IOException {
        Map<String, byte[]> taken = new TreeMap<>();
        taken.put("user.c", "#include <linux/errno.h>\n".getBytes(StandardCharsets.UTF_8));
        List<Path> folders = new ArrayList<>(List.of(
                root.resolve("include/linux"),
                root.resolve("include/uapi/linux"),
                root.resolve("include/uapi/asm-generic")));
        for (String architecture : architectures(root)) {
            folders.add(root.resolve("arch/" + architecture + "/include/asm"));
            folders.add(root.resolve("arch/" + architecture + "/include/uapi/asm"));
        }
        for (Path folder : folders) {
            for (String name : List.of("errno.h", "errno-base.h")) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file)) {
                    taken.put(root.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return taken;
    }

    private static List<String> architectures(Path root) throws IOException {
        try (Stream<Path> all = Files.list(root.resolve("arch"))) {
            return all.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
