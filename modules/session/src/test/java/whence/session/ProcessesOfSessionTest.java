package whence.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.timeline.Timeline;
import whence.timeline.process.Processes;
import whence.timeline.process.Said;

/// Tasks of a trace, by what the journal beside it says of them.
final class ProcessesOfSessionTest {
    private static final String ID = "3f2a9c0d1e2f47586970".repeat(4).substring(0, 64);

    @TempDir
    Path folder;

    @TempDir
    Path state;

    private static String entry(long seconds, int pid, String comm, String fields) {
        return "__REALTIME_TIMESTAMP=" + seconds + "000000\n_TRANSPORT=stdout\n_PID=" + pid + "\n_COMM=" + comm + "\n"
                + fields + "MESSAGE=m\n\n";
    }

    private static String exec(long seconds, int pid, String path, String... words) {
        return pid + "  " + seconds + ".000000 execve(\"" + path + "\", [\"" + String.join("\", \"", words)
                + "\"], 0x7ffd /* 3 vars */) = 0\n";
    }

    private static String fork(long seconds, int pid, int child) {
        return pid + "  " + seconds + ".000000 clone(child_stack=NULL, flags=SIGCHLD) = " + child + "\n";
    }

    private void write(String name, String content) throws Exception {
        Files.writeString(folder.resolve(name), content);
    }

    @Test
    void a_task_in_a_container_has_its_container_unit_and_command_line() throws Exception {
        write(
                "strace.txt",
                exec(1795212000, 900, "/usr/bin/containerd-shim", "containerd-shim", "-namespace", "moby", "-id", ID)
                        + fork(1795212001, 900, 950)
                        + exec(1795212002, 950, "/sbin/docker-init", "/sbin/docker-init", "--", "sh")
                        + fork(1795212003, 950, 951)
                        + exec(1795212004, 951, "/sbin/modprobe", "modprobe", "-q", "dummy")
                        + "951  1795212005.000000 finit_module(3, \"\", 0) = -1 EINVAL (Invalid argument)\n");
        write(
                "journal.export",
                entry(1795211000, 951, "cron", "_SYSTEMD_UNIT=cron.service\n")
                        + entry(1795212001, 900, "containerd-shim", "_SYSTEMD_UNIT=docker.service\n")
                        + entry(
                                1795212003,
                                800,
                                "dockerd",
                                "_SYSTEMD_UNIT=docker.service\nCONTAINER_NAME=web\nCONTAINER_ID=" + ID.substring(0, 12)
                                        + "\nCONTAINER_ID_FULL=" + ID + "\nIMAGE_NAME=registry.example/web:1.25\n"));
        try (Session session = Session.open(List.of(folder), state, Watch.NONE)) {
            Timeline timeline = session.timeline(Watch.NONE);
            Processes processes = Processes.of(timeline, session.texts(), Watch.NONE);
            int call = timeline.indexOf(new Ref.Event("strace.txt", 5));
            int shim = timeline.indexOf(new Ref.Event("strace.txt", 0));
            assertEquals(
                    Optional.of(new Said(
                            "web (" + ID.substring(0, 12) + ", registry.example/web:1.25)", shim, Grade.DERIVED)),
                    processes.container(951, call));
            int logged = timeline.indexOf(new Ref.Event("journal.export", 1));
            assertEquals(
                    Optional.of(new Said("docker.service", logged, Grade.DERIVED)),
                    processes.unit(951, call),
                    "the record of cron is of the task that had the number before the fork");
            assertEquals(
                    "/sbin/modprobe -q dummy",
                    processes.commandLine(951, call).orElseThrow().text());
            assertEquals(Optional.empty(), processes.container(800, call), "dockerd is in no container");
        }
    }

    @Test
    void a_scope_and_a_control_group_name_the_container_themselves() throws Exception {
        write(
                "trace.txt",
                "1795212000.000000 700 sh cgroup=/machine.slice/libpod-" + ID + ".scope\n"
                        + "1795212001.000000 701 ls cgroup=/machine.slice/libpod-" + ID + ".scope\n");
        write("journal.export", entry(1795212001, 702, "app", "_SYSTEMD_UNIT=docker-" + ID + ".scope\n"));
        write("strace.txt", "702  1795212002.000000 bpf(BPF_PROG_LOAD, {}, 128) = -1 EINVAL (Invalid argument)\n");
        try (Session session = Session.open(List.of(folder), state, Watch.NONE)) {
            Timeline timeline = session.timeline(Watch.NONE);
            Processes processes = Processes.of(timeline, session.texts(), Watch.NONE);
            int call = timeline.indexOf(new Ref.Event("strace.txt", 0));
            assertEquals(
                    ID.substring(0, 12),
                    processes.container(702, call).orElseThrow().text());
            assertEquals(
                    "docker-" + ID + ".scope",
                    processes.unit(702, call).orElseThrow().text());
        }
    }

    @Test
    void the_session_of_the_module_that_is_no_module_knows_the_services_of_its_tasks() throws Exception {
        Path sample = Path.of("../../sample-sessions/invalid-elf.whence");
        try (Session session = Session.open(List.of(sample), state, Watch.NONE)) {
            Timeline timeline = session.timeline(Watch.NONE);
            Processes processes = Processes.of(timeline, session.texts(), Watch.NONE);
            int exec = timeline.indexOf(new Ref.Event("bpftrace-execve.txt", 146));
            assertEquals(646, timeline.events(exec).pid(timeline.row(exec)));
            Said unit = processes.unit(646, exec).orElseThrow();
            assertEquals("cron.service", unit.text());
            assertEquals("system.journal", timeline.ref(unit.at()).artifact());
            assertEquals(
                    "/bin/sh -c run-parts --test /etc/cron.hourly >/dev/null",
                    processes.commandLine(646, exec).orElseThrow().text());
            int before = timeline.indexOf(new Ref.Event("system.journal", 798));
            assertEquals(
                    "/usr/sbin/CRON -f",
                    processes.commandLine(1037, before).orElseThrow().text(),
                    "before its exec the task is cron's copy");
        }
    }
}
