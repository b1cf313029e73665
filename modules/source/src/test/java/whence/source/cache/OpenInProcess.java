package whence.source.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import whence.source.SourceTree;

/// A process that opens a tree with a cache and writes what it answers.
final class OpenInProcess {
    private OpenInProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (SourceTree tree = SmallTree.open(Path.of(arguments[0]), new SourceCache(Path.of(arguments[1])))) {
            System.out.write(SmallTree.answers(tree).toString().getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }
    }
}
