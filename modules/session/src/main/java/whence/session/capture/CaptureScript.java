package whence.session.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The shell script that takes a capture on the machine in trouble, where there is no Java and nothing may be
/// installed: POSIX sh, run by hand, writing an archive that opens as a session.
public final class CaptureScript {
    private static final String NAME = "capture.sh";

    private CaptureScript() {}

    /// The whole script.
    public static String text() {
        try (InputStream script = CaptureScript.class.getResourceAsStream(NAME)) {
            if (script == null) {
                throw new IllegalStateException("the capture script is missing from this program");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
