package whence.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import whence.source.CallGraph.Chain;
import whence.source.CallGraph.Link;
import whence.source.calls.CallEdges;
import whence.source.calls.Reaching;
import whence.source.index.Image;
import whence.source.index.facts.Shard;

/// What a [CallGraph] asks of the image. Made when it is first asked for, which takes a second for a whole tree.
final class Callers {
    private final Image image;
    private final Definitions definitions;
    private final CallEdges edges;
    private final boolean[] outside;
    private final boolean[] headers;

    Callers(Image image, Definitions definitions) {
        this.image = image;
        this.definitions = definitions;
        this.edges = new CallEdges(image);
        this.outside = new boolean[image.files()];
        this.headers = new boolean[image.files()];
        for (int file = 0; file < image.files(); file++) {
            String path = image.path(file);
            outside[file] = path.startsWith("tools/") || path.startsWith("samples/") || path.startsWith("scripts/");
            headers[file] = path.endsWith(".h");
        }
    }

    List<Link> of(Function function) {
        int target = number(function);
        return target < 0
                ? List.of()
                : reaching(target).callers(target).stream().map(this::link).toList();
    }

    List<Chain> reachingCalls(Function function, int most) {
        int target = number(function);
        if (target < 0) {
            return List.of();
        }
        return reaching(target).from(target, f -> f != target && isSyscall(f), most).stream()
                .map(steps -> new Chain(steps.stream().map(this::link).toList()))
                .toList();
    }

    Optional<Chain> reaches(String syscall, Function function) {
        int target = number(function);
        List<Integer> wanted =
                definitions.named(syscall).stream().map(this::number).toList();
        if (target < 0) {
            return Optional.empty();
        }
        return reaching(target).from(target, f -> f != target && wanted.contains(f), 1).stream()
                .map(steps -> new Chain(steps.stream().map(this::link).toList()))
                .findFirst();
    }

    private Reaching reaching(int target) {
        boolean inside = !outside[edges.file(target)];
        BitSet elsewhere = elsewhere(edges.file(target));
        return new Reaching(edges, file -> (inside && outside[file]) || elsewhere.get(file))
                .headers(file -> headers[file]);
    }

    /// Files that no kernel holds together with one.
    private BitSet elsewhere(int one) {
        BitSet files = new BitSet();
        String path = image.path(one);
        if (KernelParts.architecture(path).isPresent()) {
            for (int file = 0; file < image.files(); file++) {
                files.set(file, !KernelParts.together(path, image.path(file)));
            }
        }
        return files;
    }

    private boolean isSyscall(int function) {
        return SyscallNames.isSyscall(image.names().text(edges.name(function)));
    }

    private Link link(Reaching.Step step) {
        String via = step.via() < 0 ? null : image.names().text(step.via());
        return new Link(function(step.caller()), function(step.callee()), step.way(), via);
    }

    private Function function(int number) {
        int file = edges.file(number);
        return definitions.function(image.path(file), image.shard(file), number - image.firstFunction(file));
    }

    private int number(Function function) {
        int name = image.name(
                function.name().contains("(")
                        ? function.name().substring(0, function.name().indexOf('('))
                        : function.name());
        if (name < 0) {
            return -1;
        }
        List<Integer> found = new ArrayList<>();
        for (int file : image.definingFiles(name)) {
            if (!image.path(file).equals(function.path())) {
                continue;
            }
            Shard shard = image.shard(file);
            for (int i = 0; i < shard.functions(); i++) {
                if (shard.name(i) == name && shard.start(i) == function.start()) {
                    found.add(image.firstFunction(file) + i);
                }
            }
        }
        return found.isEmpty() ? -1 : found.getFirst();
    }
}
