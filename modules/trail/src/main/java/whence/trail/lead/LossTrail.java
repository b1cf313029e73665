package whence.trail.lead;

import java.util.List;
import whence.evidence.Grade;
import whence.evidence.Loss;
import whence.evidence.Ref;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;

/// The short way from a loss: what is missing, and what may not be concluded because of it.
public final class LossTrail {
    private static final int MOST = 40;

    private LossTrail() {}

    /// @param losses those of the lead's artifact
    public static Trail of(Lead lead, List<Loss> losses) {
        List<Step.Candidate> places = losses.stream()
                .limit(MOST)
                .map(loss -> new Step.Candidate(
                        "loss:" + loss.span(),
                        loss.span().toString(),
                        loss.why() + (loss.count() == Loss.UNKNOWN ? "" : " (" + loss.count() + ")"),
                        Grade.OBSERVED,
                        List.of(loss.span()),
                        new Ref.Range(loss.span())))
                .toList();
        Step step = new Step(
                Step.Kind.LINE,
                lead.title(),
                "The artifact says so itself, or could not be read there. No step of any trail takes the absence of a"
                        + " record from it as evidence.",
                Grade.OBSERVED,
                losses.stream().map(Loss::span).limit(MOST).toList(),
                null,
                places,
                new Ref.Range(lead.span()));
        String again = lead.lacks().isEmpty()
                ? ""
                : " What would help is " + lead.lacks().getFirst() + ".";
        Verdict verdict = new Verdict(
                Verdict.State.EXPLAINED,
                null,
                List.of(),
                "Records are missing from " + lead.span().artifact()
                        + "; a call or line that is not in it may have happened all the same." + again,
                null);
        return new Trail(lead, List.of(step), verdict, List.of(), List.of(), losses);
    }
}
