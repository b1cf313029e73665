package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.session.SessionException;
import whence.trail.Choices;
import whence.trail.Trail;

/// A call that failed of itself: no function that was probed in it returned the error. The tracepoints at its two ends
/// say which hits of the task were in it.
class CallEdgeTest {
    private static final String TRACE = """
                 frob-44      [000] ...1.    10.000100: sys_frob(fd: 3, flags: 8)
                 frob-44      [000] .....    10.000110: look: (look+0x0/0x80) a1=0x3
                 frob-44      [000] .....    10.000120: look_ret: (__x64_sys_frob+0x20/0x90 <- look) ret=0
                 frob-44      [000] .....    10.000130: move: (move+0x0/0x80) a1=0x3
                 frob-44      [000] .....    10.000140: move_ret: (__x64_sys_frob+0x40/0x90 <- move) ret=0
                 frob-44      [000] ...1.    10.000190: sys_frob -> 0x0
                 frob-45      [000] ...1.    10.000200: sys_frob(fd: 3, flags: 9)
                 frob-45      [000] .....    10.000210: look: (look+0x0/0x80) a1=0x3
                 frob-45      [000] .....    10.000220: look_ret: (__x64_sys_frob+0x20/0x90 <- look) ret=0
                 frob-45      [000] ...1.    10.000290: sys_frob -> 0xffffffffffffffea
                 frob-46      [000] ...1.    10.000300: sys_frob(fd: 3, flags: 8)
                 frob-46      [000] .....    10.000310: look: (look+0x0/0x80) a1=0x3
                 frob-46      [000] .....    10.000320: look_ret: (__x64_sys_frob+0x20/0x90 <- look) ret=0
                 frob-46      [000] .....    10.000330: move: (move+0x0/0x80) a1=0x3
                 frob-46      [000] .....    10.000340: move_ret: (__x64_sys_frob+0x40/0x90 <- move) ret=0
                 frob-46      [000] ...1.    10.000390: sys_frob -> 0x0
            """;

    @TempDir
    private Path folder;

    @Test
    void probes_between_the_two_ends_of_a_call_ran_in_it() throws IOException, SessionException {
        Trail trail = trail(TRACE);
        assertEquals(
                List.of(7), Told.left(trail.verdict()), () -> trail.verdict().toString());
        assertTrue(Told.byAbsence(trail.verdict()));
    }

    @Test
    void without_the_two_ends_nothing_says_whose_the_hits_are() throws IOException, SessionException {
        Trail trail = trail(TRACE.replaceAll("(?m)^.*sys_frob(\\(fd| ->).*\n", ""));
        assertFalse(Told.byAbsence(trail.verdict()));
        assertTrue(Told.left(trail.verdict()).size() > 1);
    }

    @Test
    void a_global_function_may_be_put_into_a_caller_of_its_own_file() throws IOException, SessionException {
        Trail trail = trail(
                TRACE.replaceAll("(?m)^.*: look.*\n", "")
                        .replace("move_ret: (__x64_sys_frob+0x40/0x90", "move_ret: (elsewhere+0x40/0x90"),
                """
                int move(int fd)
                {
                	return fd < 0 ? -EINVAL : 0;
                }
                """);
        assertEquals(
                List.of(9, 11, 13), Told.left(trail.verdict()).stream().sorted().toList());
    }

    @Test
    void of_a_register_only_the_bits_of_the_type_are_what_was_given() throws IOException, SessionException {
        Trail trail = trail(TRACE.replaceAll("(?m)^(.*frob-45.*look\\)) ret=0$", "$1 ret=-127502505656832"), """
                bool look(int fd)
                {
                	return table[fd].open;
                }
                """);
        assertEquals(List.of(11), Told.left(trail.verdict()));
    }

    private Trail trail(String trace) throws IOException, SessionException {
        return trail(trace, "");
    }

    private Trail trail(String trace, String before) throws IOException, SessionException {
        return Sample.empty(folder)
                .manifest("""
                        {"schema": 1, "title": "frob", "host": {"release": "6.1.0-1-test"},
                         "artifacts": [{"path": "artifacts/strace.txt", "format": "strace"},
                          {"path": "artifacts/trace.txt", "format": "ftrace"}],
                         "sources": [{"label": "made up", "kind": "artifact", "path": "artifacts/src/",
                          "releases": ["6.1.0-1-test"]}]}
                        """)
                .with("strace.txt", "45 10:00:00.000200 frob(3, 9) = -1 EINVAL (Invalid argument) <0.000090>\n")
                .with("trace.txt", trace)
                .with("src/kernel/frob.c", before + """
                        SYSCALL_DEFINE2(frob, int, fd, int, flags)
                        {
                        	int err = look(fd);
                        	if (err)
                        		return err;
                        	if (mode() != flags)
                        		return -EINVAL;
                        	err = move(fd);
                        	return err;
                        }
                        """)
                .trail("failed with EINVAL", Choices.NONE);
    }
}
