package whence.cli.command;

import java.io.PrintWriter;

/// Where a command prints: the document to [#out], everything else to [#err].
public interface Streams {
    PrintWriter out();

    PrintWriter err();
}
