package whence.bench.branches;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import whence.branches.ExitFinder;
import whence.bytes.Watch;
import whence.source.Function;
import whence.source.SourceTree;

/// Exits of every function of one file, warm. `-Dwhence.bench.file=PATH` names the file, or a tree of which
/// `-Dwhence.bench.paths=kernel/bpf/syscall.c,fs/namei.c` names the files; without it a function of a few lines is
/// taken.
/// How many functions there are is printed at the start.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExitsBenchmark {
    private static final String SMALL =
            "int f(struct a *a, int x)\n{\n\tint err = -22;\n\tif (a->flags & ~3)\n\t\tgoto out;\n\terr = g(x);\n\tif (err < 0)\n"
                    + "\t\tgoto out;\n\treturn h(a);\nout:\n\tput(a);\n\treturn err;\n}\n";
    private List<Function> functions = List.of();
    private ExitFinder finder = new ExitFinder(SourceTree.snippet("small", "a.c", SMALL));

    @Setup
    public void open() throws java.io.IOException {
        String file = System.getProperty("whence.bench.file");
        SourceTree tree =
                file == null ? SourceTree.snippet("small", "a.c", SMALL) : SourceTree.open("bench", file, Watch.NONE);
        Set<String> paths = Set.of(System.getProperty("whence.bench.paths", "").split(","));
        functions = paths.contains("")
                ? tree.functions()
                : paths.stream()
                        .sorted()
                        .flatMap(path -> tree.file(path).orElseThrow().functions().stream())
                        .toList();
        System.out.println("# functions: " + functions.size());
        finder = new ExitFinder(tree);
    }

    /// Divide by the number of functions of the file.
    @Benchmark
    public int exitsOfEveryFunction() {
        int exits = 0;
        for (Function function : functions) {
            exits += finder.exits(function).exits().size();
        }
        return exits;
    }
}
