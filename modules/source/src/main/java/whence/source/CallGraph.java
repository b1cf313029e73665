package whence.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.source.calls.CallEdges;
import whence.source.calls.Reaching;
import whence.source.index.Image;

/// Who calls whom in a tree. It goes by names, so it says more than can happen: a call through a member is taken to
/// reach every function stored in a member of that name, and configuration is not looked at. Calls made of pasted
/// names, and from assembler, are not seen. Each [Link] says how it was found.
public final class CallGraph {
    private final Image image;
    private final Definitions definitions;
    private final CallEdges edges;
    private final boolean[] outside;
    private final boolean[] headers;

    CallGraph(Image image, Definitions definitions) {
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

    /// One function reaches another.
    ///
    /// @param via the macro or the member between the two; null for a plain call
    public record Link(
            Function caller,
            Function callee,
            CallWay way,
            @Nullable String via) {
        /// A sentence that says what was assumed; empty for plain calls.
        public String assumption() {
            return switch (way) {
                case CALL -> "";
                case MACRO -> "through the macro " + via;
                case HANDED -> caller.name() + " hands it on; that it is called then is assumed";
                case MEMBER -> "through a member ." + via + "; that it is this one is assumed";
            };
        }
    }

    /// The way from a system call, or any other function, down to the one that was asked for.
    public record Chain(List<Link> links) {
        public Chain {
            links = List.copyOf(links);
        }

        /// The function at the top.
        public Function from() {
            return links.getFirst().caller();
        }

        /// Whether every link is a plain call or goes through a macro.
        public boolean certain() {
            return links.stream().allMatch(l -> l.way() == CallWay.CALL || l.way() == CallWay.MACRO);
        }

        /// `SYSCALL_DEFINE3(init_module) > load_module > elf_validity_check`.
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(links.getFirst().caller().name());
            links.forEach(link -> text.append(" > ").append(link.callee().name()));
            return text.toString();
        }
    }

    /// What calls a function directly, plain calls first.
    public List<Link> callers(Function function) {
        int target = number(function);
        return target < 0
                ? List.of()
                : reaching(target).callers(target).stream().map(this::link).toList();
    }

    /// The system calls that can reach a function, the likeliest first, at most `most`; itself gives nothing.
    public List<Chain> reachingCalls(Function function, int most) {
        int target = number(function);
        if (target < 0) {
            return List.of();
        }
        return reaching(target).from(target, f -> f != target && isSyscall(f), most).stream()
                .map(steps -> new Chain(steps.stream().map(this::link).toList()))
                .toList();
    }

    /// The likeliest way from a system call, by any of its names, to a function; empty where none is known.
    public Optional<Chain> reaches(String syscall, Function function) {
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
        return new Reaching(edges, file -> inside && outside[file]).headers(file -> headers[file]);
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
            whence.source.index.Shard shard = image.shard(file);
            for (int i = 0; i < shard.functions(); i++) {
                if (shard.name(i) == name && shard.start(i) == function.start()) {
                    found.add(image.firstFunction(file) + i);
                }
            }
        }
        return found.isEmpty() ? -1 : found.getFirst();
    }
}
