package whence.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import whence.cli.command.input.ProgressLine;

/// The command line's entry. Loads no JavaFX; the workbench has an entry of its own.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), arguments));
    }

    /// Runs one command and returns its exit status; for callers that are no process of their own.
    public static int run(OutputStream bytes, OutputStream errors, String... arguments) {
        ProgressLine progress = new ProgressLine(errors);
        OutputStream document = progress.behind(bytes);
        PrintWriter out = new PrintWriter(new OutputStreamWriter(document, StandardCharsets.UTF_8), false);
        PrintWriter err =
                new PrintWriter(new OutputStreamWriter(progress.behind(errors), StandardCharsets.UTF_8), true);
        CommandLine commands = new CommandLine(new Whence(document, out, err, progress))
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(Failures::ofUsage)
                .setExecutionExceptionHandler(Failures::ofRun);
        int status = commands.execute(arguments);
        out.flush();
        err.flush();
        return status;
    }
}
