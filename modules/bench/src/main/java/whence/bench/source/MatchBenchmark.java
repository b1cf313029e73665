package whence.bench.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import whence.bytes.Watch;
import whence.source.LineMatch;
import whence.source.SourceTree;

/// From one line of a log to its statements, warm. `-Dwhence.bench.tree=PATH` names the source and
/// `-Dwhence.bench.lines=FILE` the lines, one a row, or behind two tabs as lists of facts have them; without them a
/// tree of one small file is asked. [Match] gives the percentiles.
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MatchBenchmark {
    private static final String SMALL =
            "void f(void)\n{\n\tpr_info(\"%s: link up, %d Mbps\\n\", d, s);\n\tdev_err(dev, \"ring %d lost\\n\", i);\n}\n";

    private SourceTree tree = SourceTree.snippet("small", "a.c", SMALL);
    private List<String> lines = List.of("eth0: link up, 1000 Mbps", "zork 0000:00:1f.2: ring 3 lost", "no such line");
    private int next;

    @Setup
    public void open() throws IOException {
        String at = System.getProperty("whence.bench.tree");
        tree = at == null ? tree : SourceTree.open("bench", at, Watch.NONE);
        String file = System.getProperty("whence.bench.lines");
        lines = file == null ? lines : messages(Path.of(file));
        System.out.println("# lines: " + lines.size());
    }

    private static List<String> messages(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                .toList();
    }

    @TearDown
    public void close() throws IOException {
        tree.close();
    }

    /// One line, the next each time.
    @Benchmark
    public LineMatch oneLine() {
        next = (next + 1) % lines.size();
        return tree.match(lines.get(next));
    }
}
