package whence.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.bytes.Reason;
import whence.bytes.Watch;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.InputException;
import whence.cli.command.input.SessionQuestion;
import whence.report.json.Json;
import whence.session.Session;

/// `whence pack`
@Command(name = "pack", description = "Makes a session file out of a directory, an archive or loose files.")
public final class PackCommand extends SessionQuestion {
    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE.whence",
            description = "session file to write; packing the same content twice gives the same bytes")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Override
    protected int answer(Session session, Watch watch) {
        try {
            session.save(output, watch);
        } catch (IOException failure) {
            throw new InputException(ExitStatus.UNREADABLE, "cannot write " + output + ": " + Reason.of(failure));
        }
        if (common.json()) {
            common.print(
                    streams,
                    Json.document()
                            .put("written", output.toString())
                            .put("artifacts", session.artifacts().size()));
        } else if (!common.quiet()) {
            streams.out().println(session.artifacts().size() + " artifacts packed into " + output);
        }
        return ExitStatus.DONE;
    }
}
