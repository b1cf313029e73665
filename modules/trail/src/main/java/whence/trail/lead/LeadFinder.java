package whence.trail.lead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import whence.bytes.Watch;
import whence.evidence.Span;
import whence.trail.Lead;
import whence.trail.lead.line.Folded;
import whence.trail.link.SystemCall;
import whence.trail.read.Calls;
import whence.trail.read.Ground;
import whence.trail.read.Refusal;
import whence.trail.recur.Companions;

/// Gathers the leads of a session and puts the most telling first: by rank, then by artifact and offset.
public final class LeadFinder {
    private static final int ACCOMPANIED = 8;

    private final Ground ground;

    public LeadFinder(Ground ground) {
        this.ground = ground;
    }

    /// A lead of one call, whatever its rank.
    public static Lead lead(Calls calls, SystemCall call) {
        return new CallLeads(calls).lead(List.of(call), Severity.FAILED_CALL);
    }

    /// A lead of one line, whatever it says.
    public static Lead lead(Folded line) {
        return LogLeads.lead(line, Severity.SERVICE_ERROR);
    }

    public List<Lead> find(Watch watch) {
        List<Lead> leads = new ArrayList<>();
        leads.addAll(ReportLeads.of(ground.reports(watch)));
        ground.lines(watch).stream()
                .filter(line -> !Refusal.tells(line.text()))
                .forEach(line -> LogLeads.of(line).ifPresent(leads::add));
        leads.addAll(new CallLeads(ground.calls()).all());
        leads.addAll(TracedLeads.of(ground));
        leads.addAll(RunLeads.of(ground));
        leads.addAll(ProbeLeads.of(Refusal.all(ground.material())));
        ground.firstTaken().forEach(probe -> leads.add(ProbeLeads.lead(probe)));
        leads.addAll(LossLeads.of(ground.material()));
        leads.sort(Comparator.comparingInt(Lead::severity)
                .thenComparing(l -> l.span().artifact())
                .thenComparing(Lead::span, Comparator.comparingLong(Span::offset)));
        Lacks lacks = new Lacks(ground);
        return accompanied(leads, watch).stream().map(lacks::complete).toList();
    }

    /// The first recurring lines of the kernel, each with its company.
    private List<Lead> accompanied(List<Lead> leads, Watch watch) {
        List<Lead> recurring = leads.stream()
                .filter(l -> l.kind() == Lead.Kind.LOG_LINE && l.count() >= Companions.FEWEST)
                .filter(l -> ground.line(l.span(), watch).filter(Folded::kernel).isPresent())
                .limit(ACCOMPANIED)
                .toList();
        if (recurring.isEmpty()) {
            return leads;
        }
        Companions companions = new Companions(ground.material(), watch);
        return leads.stream()
                .map(l -> !recurring.contains(l)
                        ? l
                        : ground.line(l.span(), watch)
                                .map(companions::of)
                                .map(l::with)
                                .orElse(l))
                .toList();
    }
}
