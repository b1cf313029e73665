package whence.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import whence.source.index.Image;
import whence.source.index.facts.FunctionHeads;
import whence.source.index.facts.Shard;

/// Functions of a tree as the image has them.
final class Definitions {
    private final SourceTree tree;
    private final Image image;

    Definitions(SourceTree tree, Image image) {
        this.tree = tree;
        this.image = image;
    }

    /// All functions of a file.
    List<Function> of(int file) {
        Shard shard = image.shard(file);
        String path = image.path(file);
        List<Function> functions = new ArrayList<>();
        for (int i = 0; i < shard.functions(); i++) {
            functions.add(function(path, shard, i));
        }
        return functions;
    }

    Function function(String path, Shard shard, int function) {
        String word = image.names().text(shard.name(function));
        int definedName = shard.defined(function);
        String defined = definedName < 0 ? null : image.names().text(definedName);
        return new Function(
                tree.label(),
                path,
                tree.statedFile(path, shard.start(function)),
                defined == null ? word : word + "(" + defined + ")",
                shard.line(function),
                shard.startLine(function),
                shard.endLine(function),
                shard.start(function),
                shard.bodyStart(function),
                shard.end(function),
                (shard.flags(function) & FunctionHeads.STATIC) != 0,
                defined);
    }

    List<Function> named(String name) {
        List<Function> found = new ArrayList<>(defining(name, name));
        String bare = SyscallNames.bare(name);
        if (!bare.equals(name)) {
            defining(bare, name).stream().filter(f -> !found.contains(f)).forEach(found::add);
        }
        return List.copyOf(found);
    }

    private List<Function> defining(String known, String wanted) {
        int name = image.name(known);
        if (name < 0) {
            return List.of();
        }
        List<Function> found = new ArrayList<>();
        for (int file : image.definingFiles(name)) {
            Shard shard = image.shard(file);
            String path = image.path(file);
            for (int i = 0; i < shard.functions(); i++) {
                if (shard.name(i) == name || shard.defined(i) == name) {
                    found.add(function(path, shard, i));
                }
            }
        }
        return found.stream().filter(f -> f.isNamed(wanted)).toList();
    }

    List<Function> search(String text, int most) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        List<Integer> names = new NameSearch(image).containing(wanted);
        return names.stream()
                .map(name -> image.names().text(name))
                .sorted(Comparator.comparing((String name) -> !name.equals(text))
                        .thenComparing(name -> !name.startsWith(text))
                        .thenComparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .flatMap(name -> named(name).stream())
                .limit(most)
                .toList();
    }
}
