package whence.bench.traces;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import whence.bytes.Watch;
import whence.timeline.Events;
import whence.timeline.Input;
import whence.traces.strace.Call;
import whence.traces.strace.StraceReader;

/// The arguments of all calls in 8,000,000 bytes of strace, parsed into trees; 8000 divided by the milliseconds of an
/// operation is MB/s of one core.
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ArgumentsBenchmark {
    private final Input input = LexersBenchmark.input("strace");
    private final Events events = new StraceReader().read(input, Watch.NONE);

    @Benchmark
    public int parse() {
        int arguments = 0;
        for (int row = 0; row < events.count(); row++) {
            arguments += Call.of(input, events, row)
                    .map(call -> call.arguments().size())
                    .orElse(0);
        }
        return arguments;
    }
}
