package whence.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.Timeline;
import whence.timeline.clock.Precedence;
import whence.timeline.dating.Dating;

/// Artifacts that write no date, year or zone, beside some that do.
final class DatingTest {
    private static final String BOOT = "da86e6dbbfd144dcbb1d9e6f3ab0c8e1";

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

    /// One entry of an export, as `journalctl -o export` prints it.
    private static String entry(String instant, String identifier, int pid, String message) {
        long us = Instant.parse(instant).toEpochMilli() * 1000;
        return "__REALTIME_TIMESTAMP=" + us + "\n__MONOTONIC_TIMESTAMP=" + us % 86_400_000_000L + "\n_BOOT_ID=" + BOOT
                + "\nPRIORITY=6\n_TRANSPORT=syslog\nSYSLOG_IDENTIFIER=" + identifier + "\n_PID=" + pid + "\n_COMM="
                + identifier + "\nMESSAGE=" + message + "\n\n";
    }

    private static Dating only(Session session) {
        List<Dating> datings = session.datings(Watch.NONE);
        assertEquals(1, datings.size(), datings.toString());
        return datings.getFirst();
    }

    private static String at(Session session, String artifact, int row) {
        Events events = session.events(session.artifact(artifact).orElseThrow(), Watch.NONE);
        assertEquals(Clock.REALTIME, events.clock(row));
        long ns = events.timeNs(row);
        return Instant.ofEpochSecond(ns / 1_000_000_000L, ns % 1_000_000_000L).toString();
    }

    private static final String STRACE = """
            700   23:59:58.100000 execve("/usr/sbin/loader", ["loader", "-v"], 0x7ffd /* 9 vars */) = 0 <0.001>
            700   23:59:59.900000 openat(AT_FDCWD, "/dev/bpf", O_RDONLY) = -1 ENOENT (No such file or directory) <0.001>
            700   00:00:01.300000 exit_group(1) = ?
            700   00:00:01.300100 +++ exited with 1 +++
            """;

    @Test
    void strace_gets_date_and_zone_from_what_its_process_logged_while_it_ran() throws Exception {
        write("strace.txt", STRACE);
        write(
                "journal.export",
                entry("2026-11-19T10:00:00Z", "cron", 40, "a day before")
                        + entry("2026-11-20T22:59:59.950Z", "loader", 700, "cannot open /dev/bpf")
                        + entry("2026-11-21T10:00:00Z", "cron", 41, "a day behind"));
        try (Session session = open()) {
            Dating.Found found = assertInstanceOf(Dating.Found.class, only(session));
            assertEquals("2026-11-20, +01:00", found.dates().text());
            assertEquals(Grade.DERIVED, found.grade());
            assertTrue(found.why().startsWith("1 process of it logged in journal.export meanwhile"), found.why());
            assertEquals(
                    List.of("strace.txt", "journal.export"),
                    found.evidence().stream().map(Span::artifact).toList());
            assertEquals("2026-11-20T22:59:58.100Z", at(session, "strace.txt", 0));
            assertEquals("2026-11-20T23:00:01.300Z", at(session, "strace.txt", 2));
        }
    }

    @Test
    void two_zones_that_fit_leave_it_open() throws Exception {
        write("strace.txt", STRACE.replace("00:00:01", "00:20:01"));
        write("journal.export", entry("2026-11-20T22:59:59.950Z", "loader", 700, "cannot open /dev/bpf"));
        try (Session session = open()) {
            Dating.Open open = assertInstanceOf(Dating.Open.class, only(session));
            assertTrue(open.why().contains(" fits 2026-11-20, +01:00 and 2026-11-20, +01:15"), open.why());
            assertEquals(
                    Clock.TIME_OF_DAY,
                    session.events(session.artifact("strace.txt").orElseThrow(), Watch.NONE)
                            .clock(0));
        }
    }

    @Test
    void two_runs_of_one_number_on_two_days_leave_it_open() throws Exception {
        write("strace.txt", STRACE);
        write(
                "journal.export",
                entry("2026-11-19T22:59:59.950Z", "loader", 700, "cannot open /dev/bpf")
                        + entry("2026-11-20T22:59:59.950Z", "loader", 700, "cannot open /dev/bpf"));
        try (Session session = open()) {
            assertInstanceOf(Dating.Open.class, only(session));
        }
    }

    @Test
    void syslog_gets_its_years_from_lines_that_the_journal_holds_over_new_year() throws Exception {
        write("syslog", """
                Dec 31 23:30:00 lab cron[41]: last job of the year
                Dec 31 23:59:58 lab loader[700]: cannot open /dev/bpf
                Jan  1 00:00:03 lab loader[701]: cannot open /dev/bpf again
                Jan  1 08:00:00 lab cron[44]: only here
                """);
        write(
                "journal.export",
                entry("2026-12-31T22:30:00.200Z", "cron", 41, "last job of the year")
                        + entry("2026-12-31T22:59:58.200Z", "loader", 700, "cannot open /dev/bpf")
                        + entry("2026-12-31T23:00:03.100Z", "loader", 701, "cannot open /dev/bpf again"));
        try (Session session = open()) {
            Dating.Found found = assertInstanceOf(Dating.Found.class, only(session));
            assertEquals("2026-12-31, +01:00", found.dates().text());
            assertEquals("2026-12-31T22:59:58Z", at(session, "syslog", 1));
            assertEquals("2027-01-01T07:00:00Z", at(session, "syslog", 3));
        }
    }

    @Test
    void a_single_line_that_is_written_every_quarter_of_an_hour_decides_nothing() throws Exception {
        write("syslog", "Nov 20 23:15:00 lab cron[9]: tick\nNov 20 23:16:00 lab a[1]: only here\n");
        write(
                "journal.export",
                entry("2026-11-20T22:00:00.200Z", "cron", 9, "tick")
                        + entry("2026-11-20T22:15:00.200Z", "cron", 9, "tick")
                        + entry("2026-11-20T22:30:00.200Z", "cron", 9, "tick"));
        try (Session session = open()) {
            Dating.Open open = assertInstanceOf(Dating.Open.class, only(session));
            assertTrue(open.why().contains(" and "), open.why());
        }
    }

    @Test
    void a_trace_that_shares_nothing_is_placed_on_the_only_day_and_ordered_with_nothing() throws Exception {
        write("session.json", """
                {"schema": 1, "host": {"time_zone": "Europe/Amsterdam"}, "artifacts": [
                 {"path": "artifacts/strace.txt"}, {"path": "artifacts/journal.export"}]}
                """);
        Files.createDirectories(folder.resolve("artifacts"));
        write("artifacts/strace.txt", "700   23:30:00.100000 execve(\"/bin/true\", [\"true\"], 0x7f) = 0\n");
        write(
                "artifacts/journal.export",
                entry("2026-11-20T22:00:00Z", "cron", 9, "one") + entry("2026-11-20T22:59:00Z", "cron", 9, "two"));
        try (Session session = open()) {
            Dating.Found found = assertInstanceOf(Dating.Found.class, only(session));
            assertEquals("2026-11-20, +01:00", found.dates().text());
            assertEquals(Grade.ASSUMED, found.grade());
            Timeline timeline = session.timeline(Watch.NONE);
            assertEquals(1, timeline.indexOf(new Ref.Event("strace.txt", 0)), "between the two entries");
            Events strace = session.events(session.artifact("strace.txt").orElseThrow(), Watch.NONE);
            Events journal = session.events(session.artifact("journal.export").orElseThrow(), Watch.NONE);
            assertEquals(
                    Precedence.UNORDERED,
                    session.clocks(Watch.NONE).order(journal, 0, strace, 0),
                    "nothing rests on it");
        }
    }

    @Test
    void two_days_that_the_others_cover_leave_it_open() throws Exception {
        write("session.json", """
                {"schema": 1, "host": {"time_zone": "Europe/Amsterdam"}, "artifacts": [
                 {"path": "artifacts/strace.txt"}, {"path": "artifacts/journal.export"}]}
                """);
        Files.createDirectories(folder.resolve("artifacts"));
        write("artifacts/strace.txt", "700   23:30:00.100000 execve(\"/bin/true\", [\"true\"], 0x7f) = 0\n");
        write(
                "artifacts/journal.export",
                entry("2026-11-19T22:00:00Z", "cron", 9, "one") + entry("2026-11-20T22:59:00Z", "cron", 9, "two"));
        try (Session session = open()) {
            assertInstanceOf(Dating.Open.class, only(session));
        }
    }

    /// The artifacts of a sample session without what its manifest says about them.
    @Test
    void real_traces_are_dated_as_the_manifest_would_have_it() throws Exception {
        List<String> names = List.of("strace-1.txt", "strace-3.txt", "bpftrace-execve.txt", "system.journal");
        Path sample = Path.of("../../sample-sessions/invalid-elf.whence");
        try (Session known = Session.open(List.of(sample), state, Watch.NONE)) {
            for (String name : names) {
                Artifact artifact = known.artifact(name).orElseThrow();
                Files.write(folder.resolve(name), known.bytes(artifact).copy(0, (int)
                        known.bytes(artifact).size()));
            }
            try (Session session = open()) {
                assertEquals(
                        List.of("bpftrace-execve.txt", "strace-1.txt", "strace-3.txt"),
                        session.datings(Watch.NONE).stream()
                                .filter(Dating.Found.class::isInstance)
                                .map(Dating::artifact)
                                .toList());
                assertEquals(at(known, "strace-1.txt", 0), at(session, "strace-1.txt", 0));
                assertEquals(at(known, "strace-3.txt", 40), at(session, "strace-3.txt", 40));
            }
        }
    }
}
