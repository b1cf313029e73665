package whence.trail.lead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import whence.evidence.Clock;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.evidence.Time;
import whence.logs.LogReader;
import whence.timeline.Events;
import whence.trail.Lead;
import whence.trail.lead.line.Stamps;
import whence.trail.read.Material;

/// Leads from what a capture lost: one for each artifact, because what is not in it there proves nothing.
public final class LossLeads {
    private LossLeads() {}

    static List<Lead> of(Material material) {
        Map<String, List<Loss>> byArtifact = byArtifact(material);
        List<Lead> leads = new ArrayList<>();
        for (Material.Part part : material.parts()) {
            List<Loss> losses = byArtifact.getOrDefault(part.artifact().path(), List.of());
            if (!losses.isEmpty()) {
                leads.add(lead(part, losses));
            }
        }
        return leads;
    }

    /// The losses of the artifact that a lead is about, in their order.
    public static List<Loss> of(Material material, Lead lead) {
        return byArtifact(material).getOrDefault(lead.span().artifact(), List.of());
    }

    private static Map<String, List<Loss>> byArtifact(Material material) {
        Map<String, List<Loss>> all = new TreeMap<>();
        material.session()
                .losses()
                .forEach(loss -> all.computeIfAbsent(loss.span().artifact(), a -> new ArrayList<>())
                        .add(loss));
        all.values()
                .forEach(losses ->
                        losses.sort(Comparator.comparing(Loss::span, Comparator.comparingLong(Span::offset))));
        return all;
    }

    private static Lead lead(Material.Part part, List<Loss> losses) {
        Loss first = losses.getFirst();
        Loss last = losses.getLast();
        Optional<Time> from = before(part.events(), first.span().offset());
        Optional<Time> to = after(part.events(), last.span().offset());
        return new Lead(
                LeadId.of(Lead.Kind.LOSS, first.span()),
                Lead.Kind.LOSS,
                part.artifact().path() + what(losses, part.reader() instanceof LogReader) + between(from, to)
                        + ": that something is not in it there proves nothing (" + first.why() + ")",
                Severity.LOSS,
                losses.size(),
                from.or(() -> to).stream().toList(),
                first.span(),
                remedy(part.reader().format()).stream().toList());
    }

    private static String what(List<Loss> losses, boolean log) {
        long known = losses.stream()
                .mapToLong(Loss::count)
                .filter(n -> n != Loss.UNKNOWN)
                .sum();
        boolean all = losses.stream().noneMatch(loss -> loss.count() == Loss.UNKNOWN);
        return known == 0
                ? " lost an unknown part"
                : " lost " + (all ? "" : "at least ") + known + (log ? " message" : " record")
                        + (known == 1 ? "" : "s");
    }

    private static String between(Optional<Time> from, Optional<Time> to) {
        if (from.isEmpty() && to.isEmpty()) {
            return "";
        }
        return from.isEmpty()
                ? " before " + Stamps.words(to.get())
                : to.map(t -> " between " + Stamps.words(from.get()) + " and " + Stamps.words(t))
                        .orElse(" after " + Stamps.words(from.get()));
    }

    /// Stamp of the last event that stands before the loss.
    private static Optional<Time> before(Events events, long offset) {
        for (int row = firstFrom(events, offset) - 1; row >= 0; row--) {
            if (stamped(events, row)) {
                return Optional.of(time(events, row));
            }
        }
        return Optional.empty();
    }

    private static Optional<Time> after(Events events, long offset) {
        for (int row = firstFrom(events, offset + 1); row < events.count(); row++) {
            if (stamped(events, row)) {
                return Optional.of(time(events, row));
            }
        }
        return Optional.empty();
    }

    private static boolean stamped(Events events, int row) {
        return events.clock(row) != Clock.NONE && events.timeNs(row) != Events.NO_TIME;
    }

    private static Time time(Events events, int row) {
        return new Time(events.clock(row), events.timeNs(row), 500);
    }

    /// First row that does not begin before an offset; rows stand in the order of the artifact.
    private static int firstFrom(Events events, long offset) {
        int low = 0;
        int high = events.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.offset(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// How the tool is kept from losing so much; see Documentation/trace/ftrace.rst, bpftrace(8),
    /// perf-record(1).
    private static Optional<String> remedy(String format) {
        if (format.equals("ftrace") || format.equals("fgraph")) {
            return Optional.of(
                    "a trace without losses: a larger buffer (echo 65536 > /sys/kernel/tracing/buffer_size_kb),"
                            + " or fewer events");
        }
        if (format.startsWith("bpftrace")) {
            return Optional.of("a trace without losses: BPFTRACE_PERF_RB_PAGES=4096 before bpftrace, or less printing");
        }
        return format.startsWith("perf")
                ? Optional.of("a trace without losses: perf record -m 64M, or fewer events")
                : Optional.empty();
    }
}
