package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.session.SessionException;
import whence.trail.Choices;
import whence.trail.Trail;

/// Pieces of captures of calls that failed on a running kernel (Debian's 6.1.192), the bytes as they were written,
/// against functions reconstructed from facts. What was really taken is known from the instructions that ran.
class FieldCapturesTest {
    /// Written afresh: the same questions in the same order as the call of that name asks.
    private static final String SETNS = """
            bool proc_ns_file(const struct file *file)
            {
            	return file->operations == &namespace_operations;
            }

            struct pid *pidfd_pid(const struct file *file);

            SYSCALL_DEFINE2(setns, int, fd, int, flags)
            {
            	struct file *file = opened(fd);
            	struct space *space = NULL;
            	int err = 0;

            	if (!file)
            		return -EBADF;
            	if (proc_ns_file(file)) {
            		space = space_of(file);
            		if (flags && space->kind != flags)
            			err = -EINVAL;
            	} else if (!IS_ERR(pidfd_pid(file))) {
            		err = kinds_allowed(flags);
            	} else {
            		err = -EINVAL;
            	}
            	if (err)
            		goto out;
            	err = enter(space, flags);
            out:
            	close_again(file);
            	return err;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void a_bool_is_false_though_its_register_holds_rubbish_above_it() throws IOException, SessionException {
        Trail trail = session("setns").with("src/kernel/nsproxy.c", SETNS).trail("failed with EINVAL", Choices.NONE);
        assertEquals(
                List.of(lineOf("\t\tgoto out;")),
                Told.left(trail.verdict()),
                () -> trail.verdict().toString());
    }

    private static int lineOf(String text) {
        return SETNS.lines().toList().indexOf(text) + 1;
    }

    private Sample session(String name) throws IOException {
        Sample session = Sample.empty(folder).manifest("""
                {"schema": 1, "title": "%s", "host": {"release": "6.1.0-56-amd64"},
                 "artifacts": [{"path": "artifacts/strace.txt", "format": "strace"},
                  {"path": "artifacts/trace.txt", "format": "ftrace"},
                  {"path": "artifacts/kprobe_events.txt", "format": "kprobe_events"}],
                 "sources": [{"label": "retold", "kind": "artifact", "path": "artifacts/src/",
                  "releases": ["6.1.0-56-amd64"]}]}
                """.formatted(name));
        for (String artifact : List.of("strace.txt", "trace.txt", "kprobe_events.txt")) {
            session = session.with(artifact, bytes(name + "/" + artifact));
        }
        return session;
    }

    private static String bytes(String resource) {
        String path = "/whence/trail/field/" + resource;
        try (InputStream in = Objects.requireNonNull(FieldCapturesTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
