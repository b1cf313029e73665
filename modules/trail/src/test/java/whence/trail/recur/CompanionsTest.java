package whence.trail.recur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.evidence.Grade;
import whence.session.Session;
import whence.session.SessionException;
import whence.trail.Accompanied;
import whence.trail.Choices;
import whence.trail.Companion;
import whence.trail.Lead;
import whence.trail.Leads;
import whence.trail.Reasoning;
import whence.trail.Step;

/// Who is there whenever a line recurs, and who only happens to be there. The log and the trace are made up: a line
/// every 5 min 4 s, the modprobe that leads to it, a job of the same rhythm at another time, and one that runs
/// every second.
class CompanionsTest {
    private static final int TIMES = 24;
    private static final double START = 1_795_211_629;
    private static final double PERIOD = 304;

    @TempDir
    private Path folder;

    @Test
    void names_the_command_and_the_call_that_are_there_every_time() throws Exception {
        journal(TIMES);
        strace(TIMES);
        Accompanied around = accompanied();
        assertEquals(Set.of("modprobe", "init_module = -ENOEXEC"), names(around));
        Companion first = around.companions().getFirst();
        assertEquals(TIMES, first.support());
        assertEquals(TIMES, first.of());
        assertTrue(first.lift() > 50, first.sentence());
        assertEquals(Grade.DERIVED, first.grade(), "both know real time");
    }

    @Test
    void a_job_of_the_same_rhythm_but_another_time_is_not_named() throws Exception {
        journal(TIMES);
        strace(TIMES);
        assertTrue(!names(accompanied()).contains("backup"));
    }

    @Test
    void what_runs_all_the_time_is_not_named() throws Exception {
        journal(TIMES);
        strace(TIMES);
        assertTrue(!names(accompanied()).contains("poll"));
    }

    @Test
    void one_time_missed_is_said() throws Exception {
        journal(TIMES);
        strace(TIMES - 1);
        Companion first = accompanied().companions().getFirst();
        assertEquals(TIMES - 1, first.support());
        assertEquals(TIMES, first.of());
    }

    @Test
    void a_trace_on_a_clock_that_nothing_joins_is_not_compared() throws Exception {
        journal(TIMES);
        String lines = "";
        for (int i = 0; i < TIMES; i++) {
            lines += line(
                    "        modprobe-%d   [000] ..... %.6f: sched_process_exec: filename=/sbin/modprobe pid=%d"
                            + " old_pid=%d%n",
                    4000 + i, 40 + i * PERIOD, 4000 + i, 4000 + i);
        }
        write("trace.txt", "# tracer: nop\n#\n" + lines);
        Accompanied around = accompanied();
        assertEquals(Set.of(), names(around));
        assertTrue(around.notCompared().getFirst().endsWith(": trace.txt"), around.toString());
    }

    @Test
    void a_kernel_log_and_a_trace_since_boot_are_compared_as_assumed() throws Exception {
        sinceBoot("");
        Companion only = accompanied().companions().getFirst();
        assertEquals("modprobe", only.what());
        assertEquals(Grade.ASSUMED, only.grade());
    }

    @Test
    void a_machine_that_slept_has_no_such_clock() throws Exception {
        sinceBoot("[   30.000000] PM: suspend entry (deep)\n");
        assertEquals(Set.of(), names(accompanied()));
    }

    private void sinceBoot(String before) throws IOException {
        StringBuilder log = new StringBuilder(before);
        StringBuilder trace = new StringBuilder("Attaching 1 probe...\n");
        for (int i = 0; i < TIMES; i++) {
            double at = at(i) - START + 40;
            log.append(line("[%12.6f] Invalid ELF header magic: != x%n", at));
            trace.append(exec(at - 0.02, 4000 + i, "kworker", "/sbin/modprobe"));
            trace.append(exec(at + 100, 5000 + i, "cron", "backup --all"));
        }
        write("dmesg.txt", log.toString());
        write("execs.txt", trace.toString());
    }

    @Test
    void the_files_that_a_log_was_rotated_through_are_one_recording() throws Exception {
        journal(TIMES);
        rotated("kern.log", TIMES / 3 - 1);
        assertEquals(Set.of("loader"), names(accompanied()));
        assertEquals(TIMES, accompanied().companions().getFirst().of());
    }

    @Test
    void two_logs_are_two_recordings_that_cover_too_little() throws Exception {
        journal(TIMES);
        rotated("a.log", 1);
        Files.move(folder.resolve("capture/a.log.1"), folder.resolve("capture/b.log"));
        assertEquals(Set.of(), names(accompanied()));
        assertTrue(
                accompanied().notCompared().stream().anyMatch(s -> s.endsWith("occurrences covered: a.log, b.log")),
                accompanied()::toString);
    }

    /// What the loader logged near each occurrence, oldest in the file of the highest number.
    ///
    /// @param last files, each with three of the occurrences
    private void rotated(String name, int last) throws IOException {
        for (int file = 0; file <= last; file++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                double at = at((last - file) * 3 + i) - 0.02;
                text.append(syslog(at, "loader[77]: loading"));
                text.append(syslog(at + 100, "cron[78]: nothing to do"));
            }
            write(name + (file == 0 ? "" : "." + file), text.toString());
        }
    }

    private static String syslog(double at, String text) {
        return java.time.Instant.ofEpochSecond((long) at, (long) (at % 1 * 1e6) * 1000) + " lab " + text + "\n";
    }

    @Test
    void three_times_are_no_statistic() throws Exception {
        journal(3);
        strace(3);
        assertEquals(Accompanied.NONE, accompanied());
    }

    @Test
    void a_line_seen_once_has_the_program_that_started_before_it_as_candidate() throws Exception {
        journal(1);
        strace(1);
        Step step = starters().orElseThrow();
        assertEquals(null, step.chosen());
        assertEquals(Grade.ASSUMED, step.grade());
        assertEquals(
                java.util.List.of("/sbin/modprobe (task 4000)", "/usr/bin/poll (task 10000)"),
                step.candidates().stream()
                        .map(Step.Candidate::title)
                        .sorted()
                        .limit(2)
                        .toList());
        assertTrue(step.candidates().getFirst().why().contains("0.031 s before"), step::toString);
    }

    @Test
    void where_no_program_started_nobody_is_named() throws Exception {
        journal(1);
        write(
                "strace.txt",
                "5000 %.6f execve(\"/bin/late\", [\"late\"], 0x7fff0000 /* 3 vars */) = 0\n".formatted(START + 100));
        assertTrue(starters().isEmpty());
    }

    private java.util.Optional<Step> starters() throws SessionException {
        try (Session session =
                Session.open(java.util.List.of(folder.resolve("capture")), folder.resolve("state"), Watch.NONE)) {
            Reasoning reasoning = Reasoning.of(session);
            Lead lead = reasoning.leads(Watch.NONE).stream()
                    .filter(l -> l.title().startsWith("Invalid ELF header"))
                    .findFirst()
                    .orElseThrow();
            return reasoning.trail(lead, Choices.NONE, Watch.NONE).steps().stream()
                    .filter(s -> s.title().startsWith("Perhaps one of the programs"))
                    .findFirst();
        }
    }

    @Test
    void the_real_lines_are_accompanied_by_the_loads_that_failed() throws Exception {
        Path sample = Path.of(System.getProperty("whence.root"), "sample-sessions", "invalid-elf.whence");
        try (Session session = Session.open(java.util.List.of(sample), folder.resolve("state"), Watch.NONE)) {
            Lead lead = Leads.of(session, Watch.NONE).getFirst();
            assertTrue(
                    names(lead.accompanied()).contains("load_module = -ENOEXEC"),
                    lead.accompanied().toString());
            assertTrue(lead.accompanied().companions().stream().allMatch(c -> c.of() == 7));
        }
    }

    private Accompanied accompanied() throws SessionException {
        try (Session session =
                Session.open(java.util.List.of(folder.resolve("capture")), folder.resolve("state"), Watch.NONE)) {
            return Leads.of(session, Watch.NONE).stream()
                    .filter(l -> l.title().startsWith("Invalid ELF header"))
                    .findFirst()
                    .orElseThrow()
                    .accompanied();
        }
    }

    private static Set<String> names(Accompanied around) {
        return around.companions().stream().map(Companion::what).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Not quite regular, as nothing is.
    private static double at(int i) {
        return START + i * PERIOD + i * 7 % 11 * 0.013;
    }

    private void journal(int times) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < times; i++) {
            long us = Math.round(at(i) * 1e6);
            long since = us - Math.round((START - 40) * 1e6);
            text.append(line(
                    "{\"__REALTIME_TIMESTAMP\":\"%d\",\"__MONOTONIC_TIMESTAMP\":\"%d\",\"_SOURCE_MONOTONIC_TIMESTAMP\":"
                            + "\"%d\",\"_BOOT_ID\":\"ae0e3fa747344611b31a7bd19b8deea8\",\"_TRANSPORT\":\"kernel\","
                            + "\"PRIORITY\":\"3\",\"SYSLOG_IDENTIFIER\":\"kernel\","
                            + "\"MESSAGE\":\"Invalid ELF header magic: != x\"}%n",
                    us + 300, since + 300, since));
        }
        write("journal.json", text.toString());
    }

    /// @param loads how many of the loads are traced
    private void strace(int loads) throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        for (int i = 0; i < TIMES; i++) {
            if (i < loads) {
                lines.add(exec(at(i) - 0.031, 4000 + i, "/sbin/modprobe"));
                lines.add(line(
                        "%.6f %d init_module(0x55674d258320, 4162, \"\") = -1 ENOEXEC (Exec format error)",
                        at(i) - 0.002, 4000 + i));
            }
            lines.add(exec(at(i) + 100, 5000 + i, "/usr/local/bin/backup"));
        }
        for (int second = 0; second < TIMES * PERIOD; second++) {
            lines.add(exec(START - 1 + second + 0.4, 10_000 + second, "/usr/bin/poll"));
        }
        StringBuilder text = new StringBuilder();
        for (String each : lines) {
            String[] words = each.split(" ", 3);
            text.append(words[1])
                    .append(' ')
                    .append(words[0])
                    .append(' ')
                    .append(words[2])
                    .append('\n');
        }
        write("strace.txt", text.toString());
    }

    private static String exec(double at, int pid, String file) {
        return line("%.6f %d execve(\"%s\", [\"x\"], 0x7fff0000 /* 3 vars */) = 0", at, pid, file);
    }

    /// A row as a bpftrace script prints it.
    private static String exec(double at, int pid, String comm, String command) {
        return line(
                "%02d:%02d:%09.6f %d %-7d %-16s uid=0 %s%n",
                (long) at / 3600, (long) at / 60 % 60, at % 60, Math.round(at * 1e9), pid, comm, command);
    }

    private static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values).replace(System.lineSeparator(), "\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("capture")).resolve(name), text);
    }
}
