package whence.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import whence.bytes.Reason;
import whence.bytes.Watch;
import whence.cli.command.input.Common;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.InputException;
import whence.cli.command.input.SessionQuestion;
import whence.cli.command.input.TrailChoice;
import whence.report.Form;
import whence.report.SessionReport;
import whence.report.json.Json;
import whence.session.Session;
import whence.trail.Trail;

/// `whence report`
@Command(name = "report", description = "The findings as a document; the ending of its name picks the form.")
public final class ReportCommand extends SessionQuestion {
    @Mixin
    private final TrailChoice choice = new TrailChoice();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "file to write: .html, .pdf, .md, .txt or .json")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Override
    protected void check() {
        form();
    }

    @Override
    protected int answer(Session session, Watch watch) {
        List<Trail> trails = choice.trails(session, watch);
        write(output, SessionReport.render(session, input.name(), trails, form()));
        if (common.json()) {
            common.print(streams, Json.document().put("written", output.toString()));
        } else if (!common.quiet()) {
            streams.out().println("report written to " + output);
        }
        return ExitStatus.DONE;
    }

    private Form form() {
        return Form.ofEnding(Common.ending(output.toString()))
                .orElseThrow(() -> new InputException(
                        ExitStatus.USAGE,
                        "the ending of " + output + " names no form (.html, .pdf, .md, .txt, .json)"));
    }

    static void write(Path file, byte[] document) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(file, document);
        } catch (IOException failure) {
            throw new InputException(ExitStatus.UNREADABLE, "cannot write " + file + ": " + Reason.of(failure));
        }
    }
}
