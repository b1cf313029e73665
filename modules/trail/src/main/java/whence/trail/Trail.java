package whence.trail;

import java.util.ArrayList;
import java.util.List;
import whence.evidence.Loss;

/// The way from a lead to its verdict.
///
/// @param verdict in the source that matches the kernel that ran
/// @param otherSources the verdicts in the other sources of the session
/// @param losses those that weaken this trail
/// @param boards the judged exits against the facts
public record Trail(
        Lead lead,
        List<Step> steps,
        Verdict verdict,
        List<Verdict> otherSources,
        List<NextProbe> nextProbes,
        List<Loss> losses,
        Board.Boards boards) {
    /// A trail that judged no exits.
    public Trail(
            Lead lead,
            List<Step> steps,
            Verdict verdict,
            List<Verdict> otherSources,
            List<NextProbe> nextProbes,
            List<Loss> losses) {
        this(lead, steps, verdict, otherSources, nextProbes, losses, Board.Boards.NONE);
    }

    public Trail {
        steps = List.copyOf(steps);
        otherSources = List.copyOf(otherSources);
        nextProbes = List.copyOf(nextProbes);
        losses = List.copyOf(losses);
    }

    /// The same trail with further steps at its end.
    public Trail and(List<Step> more) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(more);
        return new Trail(lead, all, verdict, otherSources, nextProbes, losses, boards);
    }

    /// What to run next, ready to paste.
    ///
    /// @param tool `bpftrace`, `kprobe_events` or `perf`
    /// @param splits what each outcome would leave, a sentence
    public record NextProbe(String text, String tool, String splits) {}
}
