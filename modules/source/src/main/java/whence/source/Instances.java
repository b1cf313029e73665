package whence.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import whence.source.c.Tokens;
import whence.source.index.Image;

/// Finds the files that include another one's body.
final class Instances {
    private final SourceTree tree;
    private final Image image;

    Instances(SourceTree tree, Image image) {
        this.tree = tree;
        this.image = image;
    }

    List<Instance> of(String path) {
        List<Instance> found = new ArrayList<>();
        for (int file = 0; file < image.files(); file++) {
            int[] includes = image.shard(file).includes();
            for (int i = 0; i < includes.length; i += 2) {
                String included = image.texts().text(includes[i]);
                if (resolved(image.path(file), included).equals(path)) {
                    read(image.path(file), included, found);
                }
            }
        }
        return found;
    }

    /// Who includes each file.
    Map<String, Set<String>> includers() {
        Map<String, Set<String>> found = new HashMap<>();
        for (int file = 0; file < image.files(); file++) {
            int[] includes = image.shard(file).includes();
            for (int i = 0; i < includes.length; i += 2) {
                String included = resolved(image.path(file), image.texts().text(includes[i]));
                found.computeIfAbsent(included, path -> new TreeSet<>()).add(image.path(file));
            }
        }
        return found;
    }

    private void read(String including, String included, List<Instance> found) {
        tree.file(including).ifPresent(file -> {
            Tokens tokens = file.tokens();
            Macros macros = new Macros(file);
            for (int directive : macros.including(included)) {
                int line = file.lines().line(tokens.start(directive));
                found.add(new Instance(including, line, macros.renamesBefore(tokens.start(directive))));
            }
        });
    }

    /// The path in the tree of what a file includes by a path relative to its folder.
    private static String resolved(String including, String included) {
        String folder = including.substring(0, including.lastIndexOf('/') + 1);
        List<String> parts = new ArrayList<>();
        for (String part : (folder + included).split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
