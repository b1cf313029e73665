package whence.branches.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.source.SourceTree;

/// The unpacked tree of Debian's linux-source-6.1, of which a test takes one file and the headers it includes. The
/// environment variable WHENCE_KERNEL_TREE says where it is.
final class KernelTree {
    private static final Pattern INCLUDE =
            Pattern.compile("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]", Pattern.MULTILINE);

    private KernelTree() {}

    static Path root() {
        String named = System.getenv("WHENCE_KERNEL_TREE");
        Path root = Path.of(named == null ? "/usr/src/linux-source-6.1" : named);
        if (!Files.isDirectory(root)) {
            throw new IllegalStateException(
                    "unpack linux-source-6.1 and set WHENCE_KERNEL_TREE to it; not there: " + root);
        }
        return root;
    }

    static SourceTree with(List<String> files) throws IOException {
        Map<String, byte[]> taken = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(files);
        while (!open.isEmpty()) {
            String file = open.poll();
            Path path = root().resolve(file);
            if (taken.containsKey(file) || !Files.isRegularFile(path)) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(path);
            taken.put(file, bytes);
            Matcher include = INCLUDE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            while (include.find()) {
                places(file, include.group(1)).forEach(open::add);
            }
        }
        return SourceTree.of("debian-6.1", taken);
    }

    private static List<String> places(String from, String name) {
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        return List.of(
                Path.of(folder + name).normalize().toString(),
                "include/" + name,
                "arch/x86/include/" + name,
                "include/uapi/" + name,
                "arch/x86/include/uapi/" + name,
                "include/" + name.replaceFirst("^asm/", "asm-generic/"),
                "include/uapi/" + name.replaceFirst("^asm/", "asm-generic/"));
    }
}
