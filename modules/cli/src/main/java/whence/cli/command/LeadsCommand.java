package whence.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import whence.bytes.Watch;
import whence.cli.text.TrailText;
import whence.report.json.TrailJson;
import whence.session.Session;
import whence.trail.Lead;
import whence.trail.Leads;

/// `whence leads`
@Command(name = "leads", description = "What is worth explaining in a session, most telling first.")
public final class LeadsCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Streams streams;

    @Mixin
    private final Common common = new Common();

    @Mixin
    private final SessionInput input = new SessionInput();

    @Override
    public Integer call() {
        Watch watch = common.watch(streams);
        try (Session session = input.open(watch)) {
            List<Lead> leads = Leads.of(session, watch);
            if (common.json()) {
                common.print(streams, TrailJson.leads(leads, session.losses()));
            } else {
                TrailText text = new TrailText(common.page(streams));
                leads.forEach(text::lead);
                if (leads.isEmpty()) {
                    common.warn(streams, "nothing in this session asks for an explanation");
                }
            }
            SessionInput.warnOf(session.losses(), common, streams);
            return ExitStatus.DONE;
        }
    }
}
