package whence.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import whence.cli.command.CacheCommand;
import whence.cli.command.CaptureScriptCommand;
import whence.cli.command.DiffCommand;
import whence.cli.command.ExitsCommand;
import whence.cli.command.InfoCommand;
import whence.cli.command.JournalCommand;
import whence.cli.command.LeadsCommand;
import whence.cli.command.MatchCommand;
import whence.cli.command.PackCommand;
import whence.cli.command.ReportCommand;
import whence.cli.command.SymbolsCommand;
import whence.cli.command.TimelineCommand;
import whence.cli.command.TrailCommand;
import whence.cli.command.WalkCommand;
import whence.cli.command.input.ProgressLine;
import whence.cli.command.input.Streams;

/// The root of the commands.
@Command(
        name = "whence",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            InfoCommand.class,
            LeadsCommand.class,
            TrailCommand.class,
            ReportCommand.class,
            ExitsCommand.class,
            DiffCommand.class,
            TimelineCommand.class,
            SymbolsCommand.class,
            MatchCommand.class,
            JournalCommand.class,
            PackCommand.class,
            CaptureScriptCommand.class,
            CacheCommand.class,
            WalkCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = "Finds out where a kernel error comes from.",
        footer = {
            "",
            "whence SESSION or FILE... without a command opens the workbench.",
            "A SESSION is a .whence file, a directory, a single input file, or an archive.",
            "Exit status: 0 done, 10 several branches are left, 20 none is left, 30 not enough evidence,",
            "2 wrong command line, 65 input unreadable, 66 input missing, 70 internal fault."
        })
final class Whence implements Runnable, Streams {
    private final OutputStream bytes;
    private final PrintWriter out;
    private final PrintWriter err;
    private final ProgressLine progress;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Whence(OutputStream bytes, PrintWriter out, PrintWriter err, ProgressLine progress) {
        this.bytes = bytes;
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    @Override
    public OutputStream bytes() {
        out.flush();
        return bytes;
    }

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public PrintWriter err() {
        return err;
    }

    @Override
    public ProgressLine progress() {
        return progress;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing.");
    }
}
