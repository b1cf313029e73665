package whence.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.EventKind;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.strace.Call;

/// Damaged and hostile inputs: each reader gives events for what it can read and throws nothing.
class BadInputTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "strace-vfork.txt",
                "trace_pipe-bpf.txt",
                "fgraph.txt",
                "bpftrace-modload.txt",
                "bpftrace-execve.json",
                "error_log.txt",
                "kprobe_events.txt"
            })
    void every_reader_survives_every_mutation_of_every_format(String name) {
        byte[] real = Fixture.of(name).input().bytes().copy(0, (int)
                Fixture.of(name).input().bytes().size());
        SplittableRandom random = new SplittableRandom(name.hashCode());
        for (int round = 0; round < 15; round++) {
            byte[] bytes = mutated(real, random);
            for (EventReader reader : TraceReaders.all()) {
                Input input = new Input("mutated", Bytes.of(bytes));
                reader.sniff(input.bytes().slice(0, Math.min(bytes.length, 1 << 16)), "mutated");
                Events events = reader.read(input, Watch.NONE);
                for (int row = 0; row < events.count(); row++) {
                    assertNotNull(reader.text(input, events, row));
                    assertNotNull(reader.detail(input, events, row));
                }
            }
        }
    }

    private static byte[] mutated(byte[] real, SplittableRandom random) {
        int from = random.nextInt(real.length);
        byte[] bytes = Arrays.copyOfRange(real, from, Math.min(real.length, from + 3000));
        String special = "\n\r\0\"\\{}[]()<>,=|*/:.@~ -+\u00ff0x9";
        for (int i = random.nextInt(12); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) special.charAt(random.nextInt(special.length()));
        }
        return bytes;
    }

    @Test
    void a_call_of_ten_megabytes_is_one_event_and_its_neighbours_stay() {
        String huge = "1 write(1, \"" + "x".repeat(10 << 20) + "\", 10485760) = 10485760\n";
        Fixture trace = Fixture.ofText(
                "1 getpid() = 1\n1 getpid() = 1\n" + huge + "1 exit_group(0) = ?\n1 +++ exited with 0 +++\n");
        assertEquals("strace", trace.reader().format());
        assertEquals(5, trace.events().count());
        assertEquals(10485760, trace.events().number(Fields.RET, 2));
        assertEquals(EventKind.EXIT, trace.events().kind(4));
    }

    @Test
    void carriage_returns_and_nul_bytes_change_nothing_else() {
        Fixture trace = Fixture.ofText("7 getpid() = 7\r\n7 read(3, \"a\0b\", 3) = 3\r\n7 +++ exited with 0 +++\r\n");
        assertEquals(3, trace.events().count());
        assertEquals(3, trace.events().number(Fields.RET, 1));
        Call call = Call.of(trace.input(), trace.events(), 1).orElseThrow();
        assertEquals("7 read(3, \"a\0b\", 3) = 3", call.print());
    }

    @Test
    void a_line_cut_off_in_the_middle_costs_that_line_and_is_recorded() {
        Fixture trace = Fixture.ofText("7 getpid() = 7\n7 getpid() = 7\n7 openat(AT_FDCWD, \"/etc/pa");
        assertEquals(3, trace.events().count());
        assertEquals(1, trace.events().losses().size());
        assertEquals(3, trace.events().losses().getFirst().span().line());
    }

    @Test
    void deep_nesting_ends_in_text_not_in_an_overflow() {
        String deep = "1 f(" + "{[".repeat(100_000) + "]}".repeat(100_000) + ") = 0";
        Call call = Call.ofLine(deep).orElseThrow();
        assertEquals(deep, call.print());
    }

    @Test
    void what_the_grammar_does_not_know_is_printed_as_it_stood() {
        for (String arguments : List.of(
                "",
                "a, ",
                ", ",
                "a,b",
                "a)b",
                "{a}}, c",
                "\"open",
                "3</x, 4",
                "1 /* never closed",
                "{a, }",
                "[1, 2 3]",
                "@a",
                "a => ",
                "=",
                "a=",
                "~",
                "~[a",
                "{[",
                "f(a b)")) {
            String line = "1 g(" + arguments + ") = 0";
            Call.ofLine(line).ifPresent(call -> assertEquals(line, call.print()));
            String unfinished = "1 g(" + arguments + " <unfinished ...>";
            assertTrue(Call.ofLine(unfinished).orElseThrow().print().startsWith("1 g(" + arguments.strip()));
        }
    }

    @Test
    void what_is_nested_too_deep_costs_only_itself() {
        String deep = "[".repeat(300) + "]".repeat(300);
        Call call = Call.ofLine("1 g(" + (deep + ", ").repeat(5) + "{a=1}) = 0").orElseThrow();
        assertEquals(1, call.number("a").orElseThrow());
    }

    @Test
    void strace_in_its_other_styles() {
        for (String line : List.of(
                "[pid 28772] 1700000000.123456 select(4, [3], NULL, NULL, NULL) = 1 (in [3]) <0.000032>",
                "     0.000123 ioctl(1, TCGETS, {B38400 opost isig icanon echo ...}) = 0",
                "12:00:00 (+     0.000123) rt_sigprocmask(SIG_BLOCK, ~[RTMIN RT_1], [], 8) = 0",
                "9<bash> clone3({flags=CLONE_VM|CLONE_VFORK, exit_signal=SIGCHLD} => {parent_tid=[0]}, 88) = 10<bash>",
                "accept4(3<TCP:[127.0.0.1:22->127.0.0.1:50]>, {sa_family=AF_INET, sin_port=htons(50), sin_addr=inet_addr(\"127.0.0.1\")}, [128 => 16], SOCK_CLOEXEC) = 4",
                "execve(\"/bin/ls\", [\"ls\"], 0x7ffd /* 70 vars */) = 0",
                "syscall_0xbad(0x1, 0x2) = -1 ENOSYS (Function not implemented)",
                "nanosleep({tv_sec=1, tv_nsec=0}, 0x7ffe) = ? ERESTART_RESTARTBLOCK (Interrupted by signal)",
                "prlimit64(0, RLIMIT_STACK, NULL, {rlim_cur=8192*1024, rlim_max=RLIM64_INFINITY}) = 0",
                "openat(AT_FDCWD, \"/x\", O_RDONLY) = 3</tmp/x>(deleted)",
                "bind(3, {sa_family=AF_UNIX, sun_path=@\"/tmp/.X11\"}, 20) = 0",
                "mystery(1 ! 2, {a b, c}) = 0")) {
            assertEquals(line, Call.ofLine(line).orElseThrow().print());
        }
    }

    @Test
    void stacks_and_the_summary_table_are_read() {
        Fixture stack = Fixture.ofText("""
                5 write(1, "x", 1) = 1
                 > /usr/lib/libc.so.6(__write+0x14) [0xf7b04]
                 > /usr/bin/cat(main+0x100) [0x2504]
                5 +++ exited with 0 +++
                """);
        assertEquals(2, stack.events().count());
        Fixture table = Fixture.ofText("""
                % time     seconds  usecs/call     calls    errors syscall
                ------ ----------- ----------- --------- --------- ----------------
                 60.00    0.000060          10         6         2 openat
                 40.00    0.000040          10         4           read
                ------ ----------- ----------- --------- --------- ----------------
                100.00    0.000100          10        10         2 total
                """);
        int row = table.find("openat");
        assertEquals(6, table.events().number(TraceFields.HITS, row));
        assertEquals(2, table.events().number(TraceFields.MISSES, row));
        assertEquals(0, table.events().number(TraceFields.MISSES, table.find("read")));
    }

    @Test
    void midnight_is_the_next_day() {
        Fixture night =
                Fixture.ofText("5 23:59:59.9 getpid() = 5\n5 00:00:00.1 getpid() = 5\n5 00:00:00.2 getpid() = 5\n");
        assertTrue(night.events().timeNs(1) - night.events().timeNs(0) == 200_000_000L);
    }
}
