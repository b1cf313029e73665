package whence.cli.command;

import java.util.List;
import picocli.CommandLine.Command;
import whence.bytes.Watch;
import whence.cli.command.input.ExitStatus;
import whence.cli.command.input.SessionQuestion;
import whence.cli.text.TrailText;
import whence.report.json.TrailJson;
import whence.session.Session;
import whence.trail.Lead;
import whence.trail.Leads;

/// `whence leads`
@Command(name = "leads", description = "What is worth explaining in a session, most telling first.")
public final class LeadsCommand extends SessionQuestion {
    @Override
    protected int answer(Session session, Watch watch) {
        List<Lead> leads = Leads.of(session, watch);
        if (common.json()) {
            common.print(streams, TrailJson.leads(leads, session.losses()));
        } else {
            TrailText text = new TrailText(common.page(streams));
            leads.forEach(text::lead);
            text.lacks(leads);
            if (leads.isEmpty()) {
                common.warn(streams, "nothing in this session asks for an explanation");
            }
        }
        return ExitStatus.DONE;
    }
}
