package whence.trail;

import java.util.List;
import java.util.Optional;
import whence.bytes.Watch;
import whence.session.Session;

/// The reasoning over one session. Keeps what it worked out; any thread.
public final class Reasoning {
    private final Session session;

    private Reasoning(Session session) {
        this.session = session;
    }

    public static Reasoning of(Session session) {
        return new Reasoning(session);
    }

    /// See [Leads].
    public synchronized List<Lead> leads(Watch watch) {
        return Leads.of(session, watch);
    }

    /// The lead whose line holds this text; a line that no lead is made of becomes one.
    public Optional<Lead> leadOfLine(String text, Watch watch) {
        return leads(watch).stream().filter(l -> l.title().contains(text)).findFirst();
    }

    /// The lead of the system call on this line of an artifact.
    public Optional<Lead> leadOfCall(String artifact, long line, Watch watch) {
        return leads(watch).stream()
                .filter(l -> l.span().artifact().equals(artifact) && l.span().line() == line)
                .findFirst();
    }

    /// The steps from a lead to the branch, as far as the evidence goes.
    public synchronized Trail trail(Lead lead, Choices choices, Watch watch) {
        Verdict verdict = new Verdict(
                Verdict.State.INSUFFICIENT, null, List.of(), "Nothing was found out about this lead.", null);
        return new Trail(lead, List.of(), verdict, List.of(), List.of(), session.losses());
    }
}
