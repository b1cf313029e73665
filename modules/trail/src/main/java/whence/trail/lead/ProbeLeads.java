package whence.trail.lead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.trail.Lead;
import whence.trail.lead.line.Title;
import whence.trail.read.FirstTaken;
import whence.trail.read.Refusal;

/// Leads from refused probes: one for each name, however often and by whatever tool it was tried.
final class ProbeLeads {
    private static final Pattern AMBIGUOUS =
            Pattern.compile("not unique|Cannot assign requested address|EADDRNOTAVAIL", Pattern.CASE_INSENSITIVE);

    private ProbeLeads() {}

    static List<Lead> of(List<Refusal> refusals) {
        Map<String, List<Refusal>> byName = new LinkedHashMap<>();
        for (Refusal refusal : refusals) {
            byName.computeIfAbsent(refusal.function(), f -> new ArrayList<>()).add(refusal);
        }
        return byName.values().stream().map(ProbeLeads::lead).toList();
    }

    /// A probe that stood on one of several functions of its name.
    static Lead lead(FirstTaken probe) {
        return new Lead(
                LeadId.of(Lead.Kind.REFUSED_PROBE, probe.span()),
                Lead.Kind.REFUSED_PROBE,
                "Probe watched only the first of " + probe.copies() + " functions named " + probe.function() + ": "
                        + Title.of(probe.definition()),
                Severity.FIRST_TAKEN,
                1,
                List.of(),
                probe.span(),
                List.of());
    }

    private static Lead lead(List<Refusal> refusals) {
        Refusal first = refusals.getFirst();
        String reason = refusals.stream()
                .map(Refusal::reason)
                .filter(r -> !r.isEmpty())
                .findFirst()
                .map(r -> ": " + r)
                .orElse("");
        boolean ambiguous =
                refusals.stream().anyMatch(r -> AMBIGUOUS.matcher(r.reason()).find());
        List<Refusal> events = events(refusals);
        List<Time> times = events.stream()
                .map(Refusal::time)
                .filter(t -> t.ns() != Events.NO_TIME)
                .toList();
        return new Lead(
                LeadId.of(Lead.Kind.REFUSED_PROBE, first.span()),
                Lead.Kind.REFUSED_PROBE,
                "Probe refused: " + first.definition() + reason,
                ambiguous ? Severity.AMBIGUOUS_PROBE : Severity.REFUSED_PROBE,
                events.size(),
                times,
                first.span(),
                List.of());
    }

    /// A line of the kernel log that several artifacts hold is one refusal, and so is that line and what the tracer
    /// says of it.
    private static List<Refusal> events(List<Refusal> refusals) {
        Map<String, List<Refusal>> witnesses = new LinkedHashMap<>();
        for (Refusal refusal : refusals) {
            witnesses
                    .computeIfAbsent(refusal.logged() ? refusal.span().artifact() : "", a -> new ArrayList<>())
                    .add(refusal);
        }
        return witnesses.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(refusals);
    }
}
