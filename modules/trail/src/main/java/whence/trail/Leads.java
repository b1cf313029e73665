package whence.trail;

import java.util.List;
import whence.bytes.Watch;
import whence.session.Session;
import whence.trail.lead.LeadFinder;
import whence.trail.read.Ground;

/// What in a session asks for an explanation, most telling first.
public final class Leads {
    private Leads() {}

    /// Reads what was not read yet; the same list on every machine.
    public static List<Lead> of(Session session, Watch watch) {
        return new LeadFinder(Ground.of(session, watch)).find(watch);
    }
}
