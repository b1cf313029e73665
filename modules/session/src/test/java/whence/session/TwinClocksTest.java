package whence.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.clock.Precedence;

/// Clocks that only events which two artifacts hold can join.
final class TwinClocksTest {
    private static final long S = 1_000_000_000L;

    @TempDir
    Path folder;

    @TempDir
    Path state;

    private Session open() throws SessionException {
        return Session.open(List.of(folder), state, Watch.NONE);
    }

    private void write(String name, String content) throws Exception {
        Files.writeString(folder.resolve(name), content);
    }

    private static Events events(Session session, String artifact) {
        return session.events(session.artifact(artifact).orElseThrow(), Watch.NONE);
    }

    private static Optional<Time> realtime(Session session, String artifact, int row) {
        return session.clocks(Watch.NONE).time(events(session, artifact), row, Clock.REALTIME);
    }

    private static void within(long truth, Time time, long mostErrorNs) {
        assertTrue(Math.abs(time.ns() - truth) <= time.errorNs(), time + " but " + truth);
        assertTrue(time.errorNs() <= mostErrorNs, time.toString());
    }

    @Test
    void lines_of_dmesg_get_the_time_that_a_text_journal_has_for_them() throws Exception {
        write("dmesg.txt", """
                [   40.000000] first of all
                [   41.000000] usb 1-1: new device
                [   41.300000] then this
                [   42.000000] usb 1-1: new device
                [   42.700000] and that
                [   43.500000] only in the ring buffer
                """);
        write("journal.txt", """
                2026-11-20T22:00:40.003000+0100 lab kernel: first of all
                2026-11-20T22:00:41.004000+0100 lab kernel: usb 1-1: new device
                2026-11-20T22:00:41.301000+0100 lab kernel: then this
                2026-11-20T22:00:42.900000+0100 lab kernel: usb 1-1: new device
                2026-11-20T22:00:42.704000+0100 lab kernel: and that
                """);
        long truth = 1795208443L * S + S / 2;
        try (Session session = open()) {
            within(truth, realtime(session, "dmesg.txt", 5).orElseThrow(), S / 8);
        }
    }

    /// One line alone does not show whether it was received at once, nor do many that were received at one moment.
    @Test
    void lines_that_may_all_have_been_received_late_say_little() throws Exception {
        write("dmesg.txt", """
                [    1.000000] first of all
                [    3.000000] then this
                [    9.000000] and that
                """);
        write("journal.txt", """
                2026-11-20T22:00:12.001000+0100 lab kernel: first of all
                2026-11-20T22:00:12.001200+0100 lab kernel: then this
                2026-11-20T22:00:12.001300+0100 lab kernel: and that
                """);
        try (Session session = open()) {
            within(1795208409L * S, realtime(session, "dmesg.txt", 2).orElseThrow(), 20 * S);
        }
    }

    /// dmesg leaves the fractions of a second out of both times that it counts from.
    @Test
    void dates_that_dmesg_counted_are_up_to_two_seconds_early() throws Exception {
        write("dmesg.txt", "[   40.000000] first of all\n[   43.500000] then this\n[   44.200000] and that\n");
        write("dmesg-iso.txt", """
                2026-11-20T22:00:39,300000+01:00 first of all
                2026-11-20T22:00:42,800000+01:00 then this
                2026-11-20T22:00:43,500000+01:00 and that
                """);
        long truth = 1795208443L * S + S / 2;
        try (Session session = open()) {
            within(truth, realtime(session, "dmesg.txt", 1).orElseThrow(), 2 * S);
            within(truth, realtime(session, "dmesg-iso.txt", 1).orElseThrow(), 2 * S);
        }
    }

    @Test
    void two_kernel_logs_that_lie_hours_apart_are_of_two_boots_and_joined_with_nothing() throws Exception {
        write("dmesg-1.txt", "[   40.000000] first of all\n[   43.500000] one\n");
        write("dmesg-2.txt", "[   40.000000] second of all\n[   43.500000] two\n");
        write("journal.txt", """
                2026-11-20T22:00:40.003000+0100 lab kernel: first of all
                2026-11-21T09:00:40.003000+0100 lab kernel: second of all
                """);
        try (Session session = open()) {
            assertEquals(Optional.empty(), realtime(session, "dmesg-1.txt", 1));
        }
    }

    private static final String FTRACE = """
            # tracer: nop
            #
            #           TASK-PID     CPU#  |||||  TIMESTAMP  FUNCTION
            #              | |         |   |||||     |         |
                    modprobe-700     [001] .....   100.010000: sched_process_exec: filename=/sbin/modprobe pid=700 old_pid=700
                    modprobe-701     [001] .....   102.012000: sched_process_exec: filename=/sbin/insmod pid=701 old_pid=701
                    modprobe-701     [001] .....   103.000000: sys_enter: NR 1 (1, 2, 3, 4, 5, 6)
            """;

    /// Its row: the four lines of the header are events too.
    private static final int SYS_ENTER = 6;

    private static String strace(int pid, String second, String program) {
        return pid + "  " + second + " execve(\"/sbin/" + program + "\", [\"" + program
                + "\"], 0x7f /* 1 var */) = 0\n";
    }

    @Test
    void two_execs_in_both_traces_join_a_tracers_own_clock_to_real_time() throws Exception {
        write("trace.txt", FTRACE);
        write("strace.txt", strace(700, "1795212000.010000", "modprobe") + strace(701, "1795212002.010000", "insmod"));
        try (Session session = open()) {
            within(1795212003L * S, realtime(session, "trace.txt", SYS_ENTER).orElseThrow(), S / 10);
            assertEquals(
                    Precedence.AFTER,
                    session.clocks(Watch.NONE)
                            .order(events(session, "trace.txt"), SYS_ENTER, events(session, "strace.txt"), 1));
        }
    }

    @Test
    void pairs_that_disagree_and_a_single_pair_of_unknown_boots_join_nothing() throws Exception {
        write("trace.txt", FTRACE);
        write("strace.txt", strace(700, "1795212000.010000", "modprobe") + strace(701, "1795212009.010000", "insmod"));
        try (Session session = open()) {
            assertEquals(Optional.empty(), realtime(session, "trace.txt", SYS_ENTER));
        }
        write("strace.txt", strace(700, "1795212000.010000", "modprobe"));
        try (Session session = open()) {
            assertEquals(Optional.empty(), realtime(session, "trace.txt", SYS_ENTER));
        }
    }

    @Test
    void a_real_kernel_log_gets_from_syslog_what_the_journal_would_give_it() throws Exception {
        String captures = System.getenv("WHENCE_CAPTURES");
        Assumptions.assumeTrue(captures != null, "WHENCE_CAPTURES is not set");
        Path from = Path.of(captures, "invalid-elf");
        Files.copy(from.resolve("dmesg.txt"), folder.resolve("dmesg.txt"));
        Files.copy(from.resolve("rsyslog-kern.log"), folder.resolve("kern.log"));
        Path beside = Files.createDirectory(state.resolve("journal"));
        Files.copy(from.resolve("dmesg.txt"), beside.resolve("dmesg.txt"));
        Files.copy(from.resolve("journal-export.txt"), beside.resolve("journal-export.txt"));
        try (Session syslog = open();
                Session journal = Session.open(List.of(beside), state, Watch.NONE)) {
            for (int row = 0; row < events(syslog, "dmesg.txt").count(); row++) {
                Time one = realtime(syslog, "dmesg.txt", row).orElseThrow();
                Time other = realtime(journal, "dmesg.txt", row).orElseThrow();
                assertTrue(
                        Math.abs(one.ns() - other.ns()) <= one.errorNs() + other.errorNs(),
                        row + ": " + one + " and " + other);
            }
        }
    }
}
