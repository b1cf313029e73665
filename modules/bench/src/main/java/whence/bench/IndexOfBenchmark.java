package whence.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import whence.bytes.Bytes;
import whence.bytes.Lines;

/// How fast lines are found: every text reader stands on it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IndexOfBenchmark {
    private static final int MEGABYTES = 64;

    private Bytes text = Bytes.of(new byte[0]);

    /// Lines of 100 bytes.
    @Setup
    public void write() {
        byte[] bytes = new byte[MEGABYTES << 20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 100 == 99 ? '\n' : 'a' + i % 26);
        }
        text = Bytes.of(bytes);
    }

    /// Milliseconds for 64 MiB.
    @Benchmark
    public long lines() {
        Lines lines = new Lines(text);
        long count = 0;
        while (lines.next()) {
            count++;
        }
        return count;
    }
}
