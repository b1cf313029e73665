package whence.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// One run of the command line, as a test sees it.
record Console(int status, String out, String err) {
    static Console run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Console(status, out.toString(), err.toString());
    }
}
