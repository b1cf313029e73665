package whence.traces.strace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.traces.Fixture;
import whence.traces.strace.value.Value;
import whence.traces.strace.value.Values;

/// What simple readers of strace stumble over, as strace 6.1 wrote it.
class StraceSuspectsTest {
    private final Fixture restart = Fixture.of("strace-restart.txt");

    @Test
    void a_call_that_will_be_restarted_has_no_result_and_its_end_is_another_call() {
        Events events = restart.events();
        int interrupted = restart.find("ERESTART_RESTARTBLOCK");
        assertEquals(EventKind.CALL, events.kind(interrupted));
        assertEquals(2, events.spans(interrupted).size());
        assertEquals(Events.NO_NUMBER, events.number(Fields.RET, interrupted));
        assertEquals(516, events.number(Fields.ERRNO, interrupted), "the kernel's own code, which no program sees");
        assertEquals(300_161_000, events.number(Fields.DURATION_NS, interrupted));
        int resumed = restart.find("restart_syscall(");
        assertEquals(2, events.spans(resumed).size());
        assertEquals(0, events.number(Fields.RET, resumed));
        assertEquals(740_388_000, events.number(Fields.DURATION_NS, resumed));
        Call call = Call.of(restart.input(), events, resumed).orElseThrow();
        assertEquals(
                new Value.Name("<... resuming interrupted clock_nanosleep ...>"),
                call.arguments().getFirst().value());
        assertTrue(call.finished());
    }

    @Test
    void stops_signals_and_exits_are_none_of_them_calls() {
        assertEquals(EventKind.SIGNAL, restart.events().kind(restart.find("--- SIGSTOP {")));
        int stopped = restart.find("--- stopped by SIGSTOP ---");
        assertFalse(restart.events().kind(stopped) == EventKind.CALL
                || restart.events().kind(stopped) == EventKind.OUTPUT);
        int exit = restart.find("+++ exited with 4 +++");
        assertEquals(EventKind.EXIT, restart.events().kind(exit));
        assertEquals(1406, restart.events().pid(exit));
        assertEquals(List.of(), restart.events().losses());
    }

    @Test
    void a_call_without_a_name_keeps_its_number() {
        int unknown = restart.find("syscall_0x258(");
        assertEquals("syscall_0x258", restart.events().text(Fields.CALL, unknown));
        assertEquals(38, restart.events().number(Fields.ERRNO, unknown));
        Call call = Call.of(restart.input(), restart.events(), unknown).orElseThrow();
        assertEquals(6, call.arguments().size());
        assertEquals(new Value.Numeral("0x10f", 0x10f), call.arguments().get(4).value());
    }

    @Test
    void decorations_hold_brackets_arrows_quotes_and_angles() {
        Fixture sockets = Fixture.of("strace-sockets.txt");
        for (int row = 0; row < sockets.events().count(); row++) {
            Call call = Call.of(sockets.input(), sockets.events(), row).orElseThrow();
            assertFalse(call.unparsed(), call::print);
            String line = sockets.input()
                    .bytes()
                    .text(sockets.events().offset(row), sockets.events().length(row));
            assertEquals(line, Values.utf8(call.print()));
        }
        Call accept = call(sockets, "accept4(6<");
        assertEquals(
                new Value.Decorated(new Value.Numeral("6", 6), "UNIX-STREAM:[1391286,@\"ab->c<d>[e]\"]", ""),
                accept.arguments().getFirst().value());
        assertEquals(
                "UNIX-STREAM:[1391295->1391291,@\"ab->c<d>[e]\"]",
                accept.result().decoration());
        Call deleted = call(sockets, "(deleted)>(deleted), \"2\", 1)");
        assertEquals(
                new Value.Decorated(
                        new Value.Numeral("12", 12), "/srv/demo/odd \\74x\\76 -\\76 (deleted)", "(deleted)"),
                deleted.arguments().getFirst().value());
        assertEquals(
                "anon_inode:[eventpoll]",
                call(sockets, "epoll_create1").result().decoration());
    }

    private static Call call(Fixture trace, String part) {
        return Call.of(trace.input(), trace.events(), trace.find(part)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 openat(-100 /* AT_FDCWD */</srv/demo>, \"/x\", 0x80000 /* O_RDONLY|O_CLOEXEC */) = 3",
                "1 kill(960 /* sleep */<sleep>, 19 /* SIGSTOP */) = 0",
                "1 f([{nla_len=10, nla_type=IFLA_ADDRESS}, 00:00:00:00:00:00], [{nla_len=10}, e6:20:b8:6d:13:e8]) = 1",
                "1 f([[IPV4_DEVCONF_FORWARDING-1]=0, [IPV4_DEVCONF_TAG-1]=0]) = 1",
                "1 f([[DEVCONF_HOPLIMIT]=64, [58 /* DEVCONF_??? */]=0, [59 /* DEVCONF_??? */]=0]) = 1",
                "1 f({a=NLA_F_NESTED|0x3e /* IFLA_??? */}, makedev(0x8, 0x1), 8*1024+1) = 1",
                "1 connect(3<UNIX-STREAM:[1->2,@\"a>b\\\"c<\"]>, NULL) = 0",
                "1 prctl(PR_SET_NAME, \"a, b) = 0\"...) = 0",
                "1 poll([{fd=3, events=POLLIN}], 1, 0) = 0 (Timeout)",
                "1 exit_group(0) = ?",
                "1 read(0, <unfinished ...>) = ?",
            })
    void prints_as_it_was_written(String line) {
        Call call = Call.ofLine(line).orElseThrow();
        assertEquals(line, call.print());
        assertEquals(line.contains("unfinished"), call.unparsed());
    }

    @Test
    void relative_stamps_add_up_over_the_pieces_of_a_call() {
        Fixture relative = Fixture.ofText("""
                5      0.000000 getpid() = 5
                5      0.100000 read(0,  <unfinished ...>
                6      0.200000 getpid() = 6
                5      0.300000 <... read resumed>"", 1) = 0
                6      0.400000 getpid() = 6
                """);
        assertEquals(4, relative.events().count());
        assertEquals(
                1_000_000_000, relative.events().timeNs(3) - relative.events().timeNs(0));
    }
}
