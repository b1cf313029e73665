package whence.cli.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import whence.bytes.Watch;
import whence.cli.command.input.SessionQuestion;
import whence.cli.command.input.Statuses;
import whence.cli.command.input.TrailChoice;
import whence.cli.text.TrailText;
import whence.report.json.TrailJson;
import whence.session.Session;
import whence.trail.Trail;

/// `whence trail`
@Command(name = "trail", description = "The steps from one lead to the branch that returned the error.")
public final class TrailCommand extends SessionQuestion {
    @Mixin
    private final TrailChoice choice = new TrailChoice();

    @Override
    protected int answer(Session session, Watch watch) {
        List<Trail> trails = choice.trails(session, watch);
        if (common.json()) {
            common.print(streams, choice.all() ? TrailJson.trails(trails) : TrailJson.trail(trails.getFirst()));
        } else {
            TrailText text = new TrailText(common.page(streams));
            for (int i = 0; i < trails.size(); i++) {
                if (i > 0) {
                    streams.out().println("\n" + "-".repeat(72) + "\n");
                }
                text.print(trails.get(i));
            }
        }
        return Statuses.of(trails.stream().map(Trail::verdict).toList());
    }
}
