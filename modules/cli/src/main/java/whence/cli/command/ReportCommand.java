package whence.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import whence.bytes.Watch;
import whence.report.Form;
import whence.report.SessionReport;
import whence.report.json.Json;
import whence.session.Session;
import whence.trail.Trail;

/// `whence report`
@Command(name = "report", description = "The findings as a document; the ending of its name picks the form.")
public final class ReportCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Streams streams;

    @Mixin
    private final Common common = new Common();

    @Mixin
    private final SessionInput input = new SessionInput();

    @Mixin
    private final TrailChoice choice = new TrailChoice();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "file to write: .html, .md, .txt or .json")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Override
    public Integer call() {
        Form form = Form.ofEnding(Common.ending(output.toString()))
                .orElseThrow(() -> new InputException(
                        ExitStatus.USAGE, "the ending of " + output + " names no form (.html, .md, .txt, .json)"));
        Watch watch = common.watch(streams);
        try (Session session = input.open(watch)) {
            List<Trail> trails = choice.trails(session, watch);
            write(output, SessionReport.render(session, input.name(), trails, form));
            SessionInput.warnOf(session.losses(), common, streams);
            if (common.json()) {
                common.print(streams, Json.document().put("written", output.toString()));
            } else if (!common.quiet()) {
                streams.out().println("report written to " + output);
            }
            return ExitStatus.DONE;
        }
    }

    static void write(Path file, String text) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new InputException(
                    ExitStatus.UNREADABLE,
                    "cannot write " + file + ": " + failure.getClass().getSimpleName() + " " + failure.getMessage());
        }
    }
}
