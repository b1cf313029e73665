package whence.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import whence.bytes.Watch;
import whence.report.json.Json;
import whence.session.Session;

/// `whence pack`
@Command(name = "pack", description = "Makes a session file out of a directory, an archive or loose files.")
public final class PackCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Streams streams;

    @Mixin
    private final Common common = new Common();

    @Mixin
    private final SessionInput input = new SessionInput();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE.whence",
            description = "session file to write; packing the same content twice gives the same bytes")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Override
    public Integer call() {
        Watch watch = common.watch(streams);
        try (Session session = input.open(watch)) {
            session.save(output, watch);
            SessionInput.warnOf(session.losses(), common, streams);
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
        } catch (IOException failure) {
            throw new InputException(ExitStatus.UNREADABLE, "cannot write " + output + ": " + failure.getMessage());
        }
    }
}
