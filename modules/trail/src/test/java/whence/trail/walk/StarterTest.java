package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.session.SessionException;
import whence.trail.Choices;
import whence.trail.Step;

/// Who made a call: the program, who started it, and where that ran.
class StarterTest {
    private static final String ID = "3f2a9c0d1e2f".repeat(6).substring(0, 64);
    private static final String STRACE = """
            900  1795212000.000000 execve("/usr/bin/containerd-shim", ["containerd-shim", "-id", "ID"], 0x7 /* 3 vars */) = 0
            900  1795212001.000000 clone(child_stack=NULL, flags=SIGCHLD) = 950
            950  1795212002.000000 execve("/sbin/docker-init", ["/sbin/docker-init", "--", "sh"], 0x7 /* 3 vars */) = 0
            950  1795212003.000000 clone(child_stack=NULL, flags=SIGCHLD) = 951
            951  1795212004.000000 execve("/sbin/modprobe", ["modprobe", "dummy"], ["SECRET=1"]) = 0
            951  1795212005.000000 finit_module(3, "", 0) = -1 EINVAL (Invalid argument)
            """.replace("ID", ID);
    private static final String JOURNAL = """
            __REALTIME_TIMESTAMP=1795212001000000
            _TRANSPORT=stdout
            _PID=900
            _COMM=containerd-shim
            _SYSTEMD_UNIT=docker.service
            MESSAGE=shim up

            __REALTIME_TIMESTAMP=1795212003000000
            _TRANSPORT=journal
            _PID=800
            _COMM=dockerd
            _SYSTEMD_UNIT=docker.service
            CONTAINER_NAME=web
            CONTAINER_ID=3f2a9c0d1e2f
            IMAGE_NAME=registry.example/web:1.25
            MESSAGE=hello

            """;

    @TempDir
    private Path folder;

    private Step call(String journal) throws IOException, SessionException {
        return Sample.empty(folder)
                .manifest("""
                        {"schema": 1, "title": "t", "artifacts": [{"path": "artifacts/strace.txt", "format": "strace"},
                         {"path": "artifacts/journal.export", "format": "journal-export"}]}
                        """)
                .with("strace.txt", STRACE)
                .with("journal.export", journal)
                .trail("finit_module", Choices.NONE)
                .steps()
                .stream()
                .filter(step -> step.kind() == Step.Kind.CALL)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_call_names_the_program_its_starter_the_container_and_the_unit() throws Exception {
        Step call = call(JOURNAL);
        assertTrue(
                call.why()
                        .contains("Task 951 ran /sbin/modprobe dummy, started by /sbin/docker-init -- sh (task 950), in"
                                + " container web (3f2a9c0d1e2f, registry.example/web:1.25), of unit docker.service"),
                call.why());
        assertEquals(
                5,
                call.evidence().stream().distinct().count(),
                "the call, its exec, the starter's, the runtime's, the journal entry of the unit");
    }

    @Test
    void what_no_artifact_says_is_not_said() throws Exception {
        String why =
                call("__REALTIME_TIMESTAMP=1795212001000000\nMESSAGE=m\n\n").why();
        assertTrue(why.contains("in container 3f2a9c0d1e2f") && !why.contains("unit"), why);
    }
}
