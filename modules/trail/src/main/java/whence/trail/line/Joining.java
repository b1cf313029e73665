package whence.trail.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.Grade;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.clock.SessionClocks;
import whence.trail.lead.line.Folded;
import whence.trail.lead.line.LogLine;
import whence.trail.link.Pairing;
import whence.trail.link.SystemCall;
import whence.trail.read.Ground;
import whence.trail.read.TracedCalls;
import whence.trail.read.TracedCalls.Witnessed;

/// Finds the call that printed each occurrence of a line: by the clock since boot, by real time, or because one call
/// alone failed as the statement makes calls fail.
final class Joining {
    private static final String ONE_PROGRAM =
            " strace saw one program and its children only; that no other task printed the line is assumed.";

    private final Ground ground;
    private final Folded folded;
    private final Boots boots;
    private final LongPredicate gives;

    /// @param gives whether the statement always leads to this result
    Joining(Ground ground, Folded folded, LongPredicate gives) {
        this.ground = ground;
        this.folded = folded;
        this.boots = new Boots(ground.material());
        this.gives = gives;
    }

    /// Empty where nothing decides.
    ///
    /// @param names of the calls that can reach the statement
    Optional<Joined> among(List<String> names) {
        return sinceBoot(names).or(() -> inRealTime(names)).or(() -> onlyUntimed(names));
    }

    /// By tracepoints, which see every task, on one clock since boot.
    private Optional<Joined> sinceBoot(List<String> names) {
        List<Witnessed> looked = TracedCalls.of(ground.material(), new TreeSet<>(names));
        List<Witnessed> able = able(looked);
        List<Witnessed> calls = able.isEmpty() ? looked : able;
        if (!boots.one(folded, calls.stream().map(Witnessed::timed).toList())) {
            return Optional.empty();
        }
        PrintkClock clock = PrintkClock.of(ground.material());
        List<Pairing.Interval> lines = folded.occurrences().stream()
                .map(Folded.Occurrence::time)
                .filter(t -> t.clock() == Clock.PRINTK)
                .map(t -> new Pairing.Interval(t.ns() - clock.aheadNs(), t.ns() - clock.aheadNs())
                        .widened(clock.slackNs()))
                .toList();
        if (lines.size() != folded.occurrences().size()) {
            return Optional.empty();
        }
        List<Pairing.Interval> ran = calls.stream()
                .map(c -> interval(c.timed().enter(), c.timed().durationNs()))
                .toList();
        return Pairing.inOrder(lines, ran)
                .filter(pairs -> !pairs.isEmpty())
                .map(pairs -> new Joined(
                        pairs.size(),
                        printed(pairs, calls),
                        looked,
                        Grade.DERIVED,
                        "Lines and calls are laid side by side on one clock since boot and assigned one to one in"
                                + " order; no other assignment fits. The kernel log's own clock is taken to be "
                                + ms(clock.aheadNs()) + " ahead, give or take " + ms(clock.slackNs()) + ".",
                        clock.evidence()));
    }

    private List<Witnessed> able(List<Witnessed> calls) {
        return calls.stream().filter(c -> gives.test(c.timed().result())).toList();
    }

    private static Map<Integer, Witnessed> printed(List<Integer> pairs, List<Witnessed> calls) {
        Map<Integer, Witnessed> printed = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i) >= 0) {
                printed.put(i, calls.get(pairs.get(i)));
            }
        }
        return printed;
    }

    private static Pairing.Interval interval(Time enter, long durationNs) {
        return new Pairing.Interval(enter.ns(), enter.ns() + Math.max(0, durationNs));
    }

    private static String ms(long ns) {
        return String.format(Locale.ROOT, "%.1f ms", ns / 1e6);
    }

    /// By what strace saw, where its stamps and those of the log can be laid on real time: the occurrences that meet
    /// one call alone, which meets no other occurrence.
    private Optional<Joined> inRealTime(List<String> names) {
        SessionClocks clocks = ground.material().session().clocks(Watch.NONE);
        List<Witnessed> calls = new ArrayList<>();
        List<Pairing.Interval> ran = new ArrayList<>();
        for (Witnessed call : traced(names)) {
            Optional<Time> enter = real(clocks, call.timed());
            if (enter.isPresent()) {
                calls.add(call);
                ran.add(interval(enter.get(), call.timed().durationNs())
                        .widened(enter.get().errorNs()));
            }
        }
        List<Pairing.Interval> lines = new ArrayList<>();
        long error = 0;
        for (Folded.Occurrence occurrence : folded.occurrences()) {
            Optional<Time> time = real(clocks, occurrence);
            if (time.isEmpty()) {
                return Optional.empty();
            }
            error = Math.max(error, time.get().errorNs());
            lines.add(new Pairing.Interval(time.get().ns(), time.get().ns())
                    .widened(time.get().errorNs()));
        }
        Map<Integer, Witnessed> printed = printed(Pairing.mutual(lines, ran), calls);
        return printed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Joined(
                        lines.size(),
                        printed,
                        calls,
                        Grade.ASSUMED,
                        "Lines and calls are laid side by side on real time, the lines give or take " + ms(error)
                                + "; each of these calls meets one line, and that line no other call." + ONE_PROGRAM,
                        List.of()));
    }

    /// Calls of these names in any trace that gave what the statement leads to.
    private List<Witnessed> traced(List<String> names) {
        return names.stream()
                .flatMap(name -> ground.calls().named(name).stream())
                .filter(call -> gives.test(call.result()))
                .map(call -> new Witnessed(call, List.of()))
                .toList();
    }

    private Optional<Time> real(SessionClocks clocks, SystemCall call) {
        return ground.material().parts().stream()
                .filter(part -> part.artifact().path().equals(call.event().artifact()))
                .findFirst()
                .flatMap(part -> clocks.time(part.events(), call.event().ordinal(), Clock.REALTIME));
    }

    /// The surest time that any witness has: a log that rounds to seconds says less than one that does not.
    private static Optional<Time> real(SessionClocks clocks, Folded.Occurrence occurrence) {
        Optional<Time> best = Optional.empty();
        for (LogLine line : occurrence.witnesses()) {
            Events events = line.part().events();
            Optional<Time> time = clocks.time(events, line.row(), Clock.REALTIME);
            if (time.isPresent()
                    && (best.isEmpty() || time.get().errorNs() < best.get().errorNs())) {
                best = time;
            }
        }
        return best;
    }

    /// A single occurrence and a single call that failed so, where no clock could have told the two apart.
    private Optional<Joined> onlyUntimed(List<String> names) {
        SessionClocks clocks = ground.material().session().clocks(Watch.NONE);
        List<Witnessed> failed =
                traced(names).stream().filter(c -> c.timed().failed()).toList();
        boolean one = failed.size() == 1
                && folded.occurrences().size() == 1
                && boots.one(folded, List.of(failed.getFirst().timed()))
                && (real(clocks, failed.getFirst().timed()).isEmpty()
                        || real(clocks, folded.occurrences().getFirst()).isEmpty());
        return one
                ? Optional.of(new Joined(
                        1,
                        Map.of(0, failed.getFirst()),
                        failed,
                        Grade.ASSUMED,
                        "The line was printed once, and one call alone was traced that failed as the statement makes"
                                + " calls fail; no clock joins the two." + ONE_PROGRAM,
                        List.of()))
                : Optional.empty();
    }
}
