package whence.bench.traces;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;
import whence.traces.TraceReaders;

/// The lexer of each format of trace over 8,000,000 bytes of its lines; 8000 divided by the milliseconds of an
/// operation is MB/s of one core.
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LexersBenchmark {
    private static final int BYTES = 8_000_000;

    private static final Map<String, String> LINES = Map.of(
            "strace", """
                    4711  12:00:00.000001 openat(AT_FDCWD, "/etc/hosts", O_RDONLY|O_CLOEXEC) = 3</etc/hosts> <0.000012>
                    4711  12:00:00.000101 newfstatat(3, "", {st_mode=S_IFREG|0644, st_size=174, ...}, AT_EMPTY_PATH) = 0 <0.000005>
                    4712  12:00:00.000201 read(0,  <unfinished ...>
                    4711  12:00:00.000301 bpf(BPF_PROG_LOAD, {prog_type=BPF_PROG_TYPE_KPROBE, insn_cnt=2, license="GPL"}, 144) = -1 EINVAL (Invalid argument) <0.000009>
                    4712  12:00:00.000401 <... read resumed>"\\177ELF\\2\\1\\1\\0"..., 832) = 832 <0.000200>
                    """,
            "ftrace", """
                             cat-4711    [001] d..1.   101.000001: open: (do_sys_openat2+0x0/0xe0) dfd=-100 name="/etc/hosts"
                             cat-4711    [001] .....   101.000101: open_ret: (__x64_sys_openat+0x54/0xa0 <- do_sys_openat2) ret=-2
                         my-task-4712    [000] .....   101.000201: sched_process_exec: filename=/usr/bin/cat pid=4712 old_pid=4712
                             cat-4711    [001] .....   101.000301: vfs_open <-path_openat
                    """,
            "fgraph", """
                      101.000001 |   1)    cat-4711    |               |  do_sys_openat2() {
                      101.000002 |   1)    cat-4711    |   1.641 us    |    getname_flags(); /* = 0x1 */
                      101.000003 |   1)    cat-4711    | + 11.641 us   |  } /* do_sys_openat2 = -2 */
                    """,
            "bpftrace", """
                    12:00:00.000001 171718181818 4711 cat finit_module ret=-8 dur_us=16705
                    12:00:00.000101 171718281818 4712 systemd-udevd finit_module ret=0 dur_us=705
                    """,
            "bpftrace-json", """
                    {"type": "printf", "data": "12:00:00.000001 171718181818 4711 cat finit_module ret=-8 dur_us=16705\\n"}
                    """,
            "perf-script", """
                                 cat  4711 [001]   101.000001:        raw_syscalls:sys_exit: NR 257 = -2
                                 cat  4711 [001]   101.000101: probe:do_sys_openat2__return: (ffffffffa4b93450 <- ffffffffa4b93974) ret=30
                    \tffffffffa4857d65 __traceiter_sys_exit+0x35 ([kernel.kallsyms])
                    """);

    @Param({"strace", "ftrace", "fgraph", "bpftrace", "bpftrace-json", "perf-script"})
    public String format = "";

    private EventReader reader = TraceReaders.all().getFirst();
    private Input input = new Input("", Bytes.of(new byte[0]));

    @Setup
    public void repeat() {
        input = input(format);
        reader = TraceReaders.all().stream()
                .filter(one -> one.format().equals(format))
                .findFirst()
                .orElseThrow();
    }

    static Input input(String format) {
        String lines = LINES.getOrDefault(format, "");
        byte[] text = lines.repeat(BYTES / lines.length()).getBytes(StandardCharsets.ISO_8859_1);
        return new Input(format, Bytes.of(text));
    }

    @Benchmark
    public Events read() {
        return reader.read(input, Watch.NONE);
    }

    /// Prints MB/s of CPU time on a warm JVM, the best of ten: a figure that other work on the machine blurs less.
    public static void main(String[] arguments) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (String format : new TreeSet<>(LINES.keySet())) {
            LexersBenchmark own = new LexersBenchmark();
            own.format = format;
            own.repeat();
            long best = Long.MAX_VALUE;
            for (int round = 0; round < 10; round++) {
                long start = threads.getCurrentThreadCpuTime();
                own.read();
                best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
            }
            System.out.printf(Locale.ROOT, "%-14s %4.0f MB/s of CPU time%n", format, BYTES * 1e3 / best);
        }
    }
}
