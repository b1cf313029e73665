package whence.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// One run of the command line, as a test sees it.
record Console(int status, String out, String err) {
    static Console run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(out, err, arguments);
        return new Console(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
