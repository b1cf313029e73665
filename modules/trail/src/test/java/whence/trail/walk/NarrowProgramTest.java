package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.session.SessionException;
import whence.trail.Choices;
import whence.trail.Trail;

/// Calls of 32-bit programs, which a 64-bit kernel answers in bodies of their own.
class NarrowProgramTest {
    private static final String CALL = "45 10:00:00.000200 frob(3, 9) = -1 EINVAL (Invalid argument) <0.000090>\n";
    private static final String NARROW = "[ Process PID=45 runs in 32 bit mode. ]\n";
    private static final String WIDE = "[ Process PID=45 runs in 64 bit mode. ]\n";
    private static final int NATIVE = 4;
    private static final int COMPAT = 10;

    @TempDir
    private Path folder;

    @Test
    void a_program_in_32_bit_mode_left_by_the_body_for_such() throws IOException, SessionException {
        assertEquals(List.of(COMPAT), left(NARROW + CALL));
    }

    @Test
    void any_other_by_the_native_one() throws IOException, SessionException {
        assertEquals(List.of(NATIVE), left(CALL));
        assertEquals(List.of(NATIVE), left(NARROW.replace("45", "46") + CALL));
        assertEquals(List.of(NATIVE), left(NARROW + WIDE + CALL));
        assertEquals(List.of(NATIVE), left(CALL + NARROW));
    }

    @Test
    void a_call_without_such_a_body_has_one_for_all() throws IOException, SessionException {
        assertEquals(List.of(NATIVE), left(NARROW + CALL, "COMPAT_SYSCALL_DEFINE2(other,"));
    }

    private List<Integer> left(String strace) throws IOException, SessionException {
        return left(strace, "COMPAT_SYSCALL_DEFINE2(frob,");
    }

    private List<Integer> left(String strace, String compat) throws IOException, SessionException {
        Trail trail = Sample.empty(folder)
                .manifest("""
                        {"schema": 1, "title": "frob", "host": {"architecture": "x86_64"},
                         "artifacts": [{"path": "artifacts/strace.txt", "format": "strace"}],
                         "sources": [{"label": "made up", "kind": "artifact", "path": "artifacts/src/"}]}
                        """)
                .with("strace.txt", strace)
                .with("src/kernel/frob.c", """
                        SYSCALL_DEFINE2(frob, int, fd, int, flags)
                        {
                        	if (flags & 8)
                        		return -EINVAL;
                        	return look(fd);
                        }
                        COMPAT int, fd, int, flags)
                        {
                        	if (flags & 1)
                        		return -EINVAL;
                        	return 0;
                        }
                        """.replace("COMPAT", compat))
                .trail("failed with EINVAL", Choices.NONE);
        return Told.left(trail.verdict()).stream().sorted().toList();
    }
}
