package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.session.SessionException;
import whence.trail.Choices;
import whence.trail.Step;
import whence.trail.Trail;

/// Sessions of machines that number their errors otherwise than x86. Tracers of functions write numbers, strace names:
/// both mean the same exit.
class OtherMachineTest {
    private static final int EDQUOT = 4;
    private static final int EOPNOTSUPP = 6;
    private static final int ENOTSOCK = 8;

    private static final String STRACE =
            "45 10:00:00.000200 frob(3, 2) = -1 EOPNOTSUPP (Operation not supported) <0.000090>\n";

    @TempDir
    private Path folder;

    @Test
    void on_mips_a_number_names_the_error_that_it_is_there() throws IOException, SessionException {
        Trail trail = session("mips64").with("trace.txt", trace(-122)).trail("EOPNOTSUPP", Choices.NONE);
        assertEquals(List.of(EOPNOTSUPP), Told.left(trail.verdict()));
        assertTrue(trail.verdict().summary().startsWith("-EOPNOTSUPP was returned by"), trail.verdict()::summary);
        assertTrue(said(trail).contains("__se_sys_frob = -EOPNOTSUPP in task 45"), said(trail));
    }

    @Test
    void on_x86_the_same_number_is_another() throws IOException, SessionException {
        Trail trail = session("x86_64").with("trace.txt", trace(-122)).trail("EDQUOT", Choices.NONE);
        assertEquals(List.of(EDQUOT), Told.left(trail.verdict()));
    }

    @Test
    void on_sparc_strace_writes_the_name_and_the_probe_the_number() throws IOException, SessionException {
        Trail trail = session("sparc64")
                .with("strace.txt", STRACE)
                .with("trace.txt", trace(-45))
                .trail("frob", Choices.NONE);
        assertEquals(List.of(EOPNOTSUPP), Told.left(trail.verdict()));
        Step call = Told.step(trail, "frob = -EOPNOTSUPP in task 45");
        assertTrue(call.why().contains("it is the run that the probes saw"), call.why());
    }

    @Test
    void the_banner_of_the_kernel_names_the_machine_too() throws IOException, SessionException {
        Trail trail = session("")
                .with("dmesg.txt", "[    0.000000] Linux version 5.10.0-28-5kc-malta (builder@host) (gcc-10) #1 SMP\n")
                .with("strace.txt", STRACE)
                .with("trace.txt", trace(-122))
                .trail("frob", Choices.NONE);
        assertEquals(List.of(EOPNOTSUPP), Told.left(trail.verdict()));
        assertTrue(said(trail).contains("it is the run that the probes saw"), said(trail));
    }

    @Test
    void where_nobody_names_it_no_exit_falls_by_its_number() throws IOException, SessionException {
        Trail trail = session("").with("trace.txt", trace(-122)).trail("frob", Choices.NONE);
        assertEquals(List.of(EDQUOT, EOPNOTSUPP), Told.left(trail.verdict()));
        assertTrue(said(trail).contains("nothing names the machine's architecture"), said(trail));
    }

    @Test
    void a_name_is_no_assumption() throws IOException, SessionException {
        Trail trail = session("").with("strace.txt", STRACE).trail("frob", Choices.NONE);
        assertEquals(List.of(EOPNOTSUPP), Told.left(trail.verdict()));
        assertTrue(!said(trail).contains("architecture"), said(trail));
    }

    @Test
    void a_line_of_a_program_is_joined_by_the_name_of_its_error() throws IOException, SessionException {
        Trail trail = session("mips")
                .with("strace.txt", STRACE)
                .with("frob.stderr", "frob: cannot frob: Operation not supported\n")
                .trail("cannot frob", Choices.NONE);
        assertEquals(List.of(EOPNOTSUPP), Told.left(trail.verdict()));
    }

    @Test
    void an_error_without_another_number_elsewhere_needs_no_machine() throws IOException, SessionException {
        Trail trail = session("").with("trace.txt", trace(-9)).trail("EBADF", Choices.NONE);
        assertEquals(1, Told.left(trail.verdict()).size());
        assertTrue(!said(trail).contains("architecture"), said(trail));
        assertTrue(!Told.left(trail.verdict()).contains(ENOTSOCK));
    }

    private static String said(Trail trail) {
        return trail.steps().stream().map(s -> s.title() + ": " + s.why()).collect(Collectors.joining("\n")) + "\n"
                + trail.verdict().summary();
    }

    private static String trace(long gave) {
        return """
                 frob-45      [000] .....    10.000200: frob: (__se_sys_frob+0x0/0x80) a1=0x3
                 frob-45      [000] .....    10.000290: frob_ret: (do_syscall+0x20/0x90 <- __se_sys_frob) ret=%d
            """.formatted(gave);
    }

    /// @param machine empty where the manifest names none
    private Sample session(String machine) throws IOException {
        String host = machine.isEmpty() ? "" : "\"architecture\": \"" + machine + "\"";
        return Sample.empty(folder).manifest("""
                        {"schema": 1, "title": "frob", "host": {%s},
                         "sources": [{"label": "made up", "kind": "artifact", "path": "artifacts/src/"}]}
                        """.formatted(host)).with("src/kernel/frob.c", """
                        SYSCALL_DEFINE2(frob, int, fd, int, flags)
                        {
                        	if (flags & 1)
                        		return -EDQUOT;
                        	if (flags & 2)
                        		return -EOPNOTSUPP;
                        	if (flags & 4)
                        		return -ENOTSOCK;
                        	if (fd < 0)
                        		return -EBADF;
                        	return 0;
                        }
                        """);
    }
}
