package whence.bench.symbols;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import whence.bytes.MappedFile;
import whence.bytes.Watch;
import whence.symbols.facts.SymbolTable;
import whence.symbols.read.SymbolReader;
import whence.symbols.read.SymbolReaders;
import whence.timeline.Input;

/// 200,000 symbols of kallsyms: read, sorted and indexed; then looked up. Names as long and as ambiguous as a kernel's.
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class KallsymsBenchmark {
    static final int COUNT = 200_000;
    private final SymbolReader reader = SymbolReaders.of("kallsyms").orElseThrow();
    private Path path = Path.of("");
    private MappedFile file;
    private SymbolTable table;
    private int next;

    @Setup
    public void write() throws IOException {
        path = Files.createTempFile("kallsyms", ".txt");
        Files.writeString(path, text(), StandardCharsets.US_ASCII);
        file = MappedFile.open(path);
        table = (SymbolTable) read();
    }

    @TearDown
    public void close() throws IOException {
        file.close();
        Files.delete(path);
    }

    static String text() {
        StringBuilder text = new StringBuilder();
        long address = 0xffffffff81000000L;
        for (int i = 0; i < COUNT; i++) {
            boolean inModule = i > COUNT * 4 / 5;
            String name =
                    i % 300 == 0 ? "shared_handler" + i % 7 : "some_subsystem_function_" + Integer.toHexString(i * 31);
            text.append(String.format(Locale.ROOT, "%016x %c %s", address, i % 3 == 0 ? 'T' : 't', name));
            text.append(inModule ? "\t[module_" + i / 400 + "]\n" : "\n");
            address += 16 + i % 5 * 32L - (inModule && i % 400 == 0 ? 0x100000 : 0);
        }
        return text.toString();
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Object read() {
        return reader.read(new Input("kallsyms", file.bytes()), Watch.NONE);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public int byAddress() {
        next = (next + 7919) % COUNT;
        return table.at(table.address(next) + 3);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public int[] byName() {
        next = (next + 7919) % 1000;
        return table.named("some_subsystem_function_" + Integer.toHexString((next + 1) * 31));
    }

    /// Prints the heap that one table keeps, and the CPU that reading takes on a warm JVM: a figure that other work
    /// on the machine does not blur.
    public static void main(String[] arguments) throws IOException {
        KallsymsBenchmark own = new KallsymsBenchmark();
        own.write();
        own.table = null;
        long before = used();
        SymbolTable table = (SymbolTable) own.read();
        long after = used();
        System.out.printf(Locale.ROOT, "%d symbols keep %.1f MB of heap%n", table.count(), (after - before) / 1e6);
        long[] cpu = new long[15];
        for (int round = 0; round < 45; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            own.read();
            cpu[round % cpu.length] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(cpu);
        System.out.printf(Locale.ROOT, "read, sorted and indexed in %.1f ms of CPU (median of 15)%n", cpu[7] / 1e6);
        own.table = table;
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long sum = 0;
        for (int i = 0; i < 2_000_000; i++) {
            sum += own.byAddress() + own.byName().length;
        }
        double each = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 2_000_000.0;
        System.out.printf(Locale.ROOT, "one look-up by address and one by name: %.0f ns of CPU (%d)%n", each, sum & 1);
        own.close();
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
