package whence.logs.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// systemd's own tools, for tests that compare; where they are missing (Debian packages systemd and
/// systemd-journal-remote), these fail.
final class JournalRemote {
    private static final String WRITER = "/lib/systemd/systemd-journal-remote";

    private JournalRemote() {}

    /// Writes entries in the export form into a journal file.
    ///
    /// @param file ends in `.journal`
    static void write(byte[] export, Path file, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(WRITER, "--split-mode=none", "-o", file.toString(), "-")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(export);
        }
        assertEquals(0, process.waitFor());
    }

    /// What journalctl prints for files or a directory.
    static byte[] journalctl(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java.util.stream.Stream.concat(
                                List.of("journalctl", "--no-pager", "-q").stream(), List.of(arguments).stream())
                        .toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor());
        return output;
    }
}
