package whence.trail.line;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import whence.bytes.Watch;
import whence.evidence.Grade;
import whence.source.printk.PrintkIndex;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.lead.line.Folded;
import whence.trail.read.Ground;

/// The statement of a line as the kernel's own printk index names it, where no source is at hand to read it in.
final class ListedStep {
    private ListedStep() {}

    /// Empty where the session has no such index, or it does not know the line.
    static Optional<Step> of(Ground ground, Lead lead, Folded folded) {
        List<PrintkIndex.Listed> listed = ground.material()
                .session()
                .printkIndex(Watch.NONE)
                .filter(index -> !folded.hidden())
                .map(index -> index.match(new String(folded.message(), StandardCharsets.UTF_8)))
                .orElse(List.of());
        return listed.isEmpty() ? Optional.empty() : Optional.of(step(lead, listed));
    }

    private static Step step(Lead lead, List<PrintkIndex.Listed> listed) {
        boolean only =
                listed.size() == 1 || listed.get(1).score() < listed.getFirst().score();
        return new Step(
                Step.Kind.STATEMENT,
                "printk in " + listed.getFirst().entry(),
                (only
                                ? "The kernel that ran lists what it can print, and this statement prints such a line."
                                : "The kernel that ran lists what it can print, and " + listed.size()
                                        + " of its statements print such a line.")
                        + " The list leaves out wrappers that do not take part in it.",
                only ? Grade.DERIVED : Grade.ASSUMED,
                List.of(lead.span()),
                null,
                List.of(),
                null);
    }
}
