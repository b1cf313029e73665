package whence.cli.command.input;

import java.io.OutputStream;
import java.io.PrintWriter;

/// Where a command prints: the document to [#out], everything else to [#err].
public interface Streams {
    PrintWriter out();

    /// Where [#out] goes, for a document that is bytes rather than text. What was printed to [#out] before is there
    /// first.
    OutputStream bytes();

    PrintWriter err();

    /// Draws on the terminal that [#err] goes to.
    ProgressLine progress();
}
