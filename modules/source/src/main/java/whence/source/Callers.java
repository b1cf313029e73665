package whence.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.source.CallGraph.Chain;
import whence.source.CallGraph.Link;
import whence.source.calls.CallEdges;
import whence.source.calls.Reaching;
import whence.source.index.Image;
import whence.source.index.facts.Shard;

/// What a [CallGraph] asks of the image. Made when it is first asked for, which takes a second for a whole tree.
final class Callers {
    /// Of x86, what user-mode Linux may take too.
    private static final String HOSTED = "x86, um";
    private static final Set<String> SHARED = Set.of("um", HOSTED);

    private final Image image;
    private final Definitions definitions;
    private final CallEdges edges;
    private final boolean[] outside;
    private final boolean[] headers;
    private final @Nullable String[] architectures;

    Callers(Image image, Definitions definitions) {
        this.image = image;
        this.definitions = definitions;
        this.edges = new CallEdges(image);
        this.outside = new boolean[image.files()];
        this.headers = new boolean[image.files()];
        this.architectures = new String[image.files()];
        for (int file = 0; file < image.files(); file++) {
            String path = image.path(file);
            outside[file] = path.startsWith("tools/") || path.startsWith("samples/") || path.startsWith("scripts/");
            headers[file] = path.endsWith(".h");
            architectures[file] = architecture(path);
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
        String machine = architectures[edges.file(target)];
        return new Reaching(edges, file -> (inside && outside[file]) || ofAnother(machine, architectures[file]))
                .headers(file -> headers[file]);
    }

    /// Whether the code of one architecture is never part of a kernel with that of the other. User-mode Linux takes
    /// parts of x86, arm64 parts of arm.
    private static boolean ofAnother(@Nullable String one, @Nullable String other) {
        return one != null
                && other != null
                && !one.equals(other)
                && !(one.startsWith("arm") && other.startsWith("arm"))
                && !(SHARED.contains(one) && SHARED.contains(other))
                && !(one.startsWith("x86") && other.startsWith("x86"));
    }

    /// `x86` for `arch/x86/kernel/setup.c`, null for what every kernel has; the parts of x86 that user-mode Linux
    /// takes go by a name of their own.
    private static @Nullable String architecture(String path) {
        if (!path.startsWith("arch/")) {
            return null;
        }
        int end = path.indexOf('/', 5);
        String name = end < 0 ? null : path.substring(5, end);
        boolean kernel = path.startsWith("arch/x86/kernel/")
                || path.startsWith("arch/x86/kvm/")
                || path.startsWith("arch/x86/mm/");
        return "x86".equals(name) && !kernel ? HOSTED : name;
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
