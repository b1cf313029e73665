package whence.cli.command;

import java.util.List;
import picocli.CommandLine.Command;
import whence.bytes.Watch;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.SessionQuestion;
import whence.cli.text.Page;
import whence.report.json.InfoJson;
import whence.report.json.Json;
import whence.session.Artifact;
import whence.session.Session;
import whence.timeline.dating.Dating;

/// `whence info`
@Command(name = "info", description = "What a session holds: artifacts, and the dates found for those without.")
public final class InfoCommand extends SessionQuestion {
    @Override
    protected int answer(Session session, Watch watch) {
        if (common.json()) {
            common.print(streams, InfoJson.info(session, watch));
            return ExitStatus.DONE;
        }
        List<Dating> datings = session.datings(watch);
        Page page = common.page(streams);
        session.artifacts().forEach(artifact -> page.line(line(session, artifact, watch)));
        if (!datings.isEmpty()) {
            page.blank();
            page.line("Dates that the artifacts do not write:");
            datings.forEach(dating -> page.wrapped("  ", "    ", sentence(dating)));
        }
        return ExitStatus.DONE;
    }

    private static String line(Session session, Artifact artifact, Watch watch) {
        int events = session.events(artifact, watch).count();
        String said = session.format(artifact).map(format -> "  " + format).orElse("");
        String counted = events == 0 ? "" : ", " + events + (events == 1 ? " event" : " events");
        return Page.safe(artifact.path()) + said + counted;
    }

    private static String sentence(Dating dating) {
        return dating.artifact() + ": "
                + switch (dating) {
                    case Dating.Found found ->
                        found.dates().text() + " (" + Json.grade(found.grade()) + "): " + found.why();
                    case Dating.Open open -> "the " + open.lacks() + " stays open: " + open.why();
                };
    }
}
