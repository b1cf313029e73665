package whence.branches.scope;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import whence.source.SourceFile;
import whence.source.SourceTree;

/// The names of a tree's files, each read once.
public final class Headers {
    private final SourceTree tree;
    private final Map<String, Optional<FileNames>> read = new HashMap<>();

    public Headers(SourceTree tree) {
        this.tree = tree;
    }

    Optional<FileNames> names(String path) {
        return read.computeIfAbsent(path, this::read);
    }

    private Optional<FileNames> read(String path) {
        Optional<byte[]> bytes = tree.bytes(path);
        return bytes.map(each ->
                new FileNames(tree.file(path).orElseGet(() -> SourceFile.of(tree.label(), path, each, 0))));
    }
}
