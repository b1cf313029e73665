package whence.cli.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import whence.bytes.Watch;
import whence.cli.command.input.SessionQuestion;
import whence.cli.command.input.Statuses;
import whence.cli.command.input.TrailChoice;
import whence.cli.text.TrailText;
import whence.report.Form;
import whence.report.SessionReport;
import whence.session.Session;
import whence.trail.Trail;

/// What `whence SESSION` does where no window can open: the first trail, then where its report was written.
@Command(name = "walk", hidden = true, description = "The first trail of a session, and its report.")
public final class WalkCommand extends SessionQuestion {
    @Mixin
    private final TrailChoice choice = new TrailChoice();

    @Override
    protected int answer(Session session, Watch watch) {
        List<Trail> trails = choice.trails(session, watch);
        TrailText text = new TrailText(common.page(streams));
        trails.forEach(text::print);
        Path report = reports().resolve(input.name() + ".html");
        ReportCommand.write(report, SessionReport.render(session, input.name(), trails, Form.HTML));
        streams.out().println("\nreport written to " + report);
        return Statuses.of(trails.stream().map(Trail::verdict).toList());
    }

    /// `$XDG_STATE_HOME/whence/reports`, which is `~/.local/state/whence/reports` where nothing else is said.
    private static Path reports() {
        String state = System.getenv("XDG_STATE_HOME");
        Path home = state == null || state.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return home.resolve("whence").resolve("reports");
    }
}
