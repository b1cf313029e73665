package whence.trail.symbol;

import java.util.List;
import java.util.stream.Collectors;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.read.FirstTaken;
import whence.trail.read.Refusal;

/// What became of a probe that was asked for by name.
///
/// @param name of the function
/// @param taken whether the kernel attached it, to one copy; else it was refused
/// @param grade how surely it was
/// @param step the first of the trail
public record Asked(String name, boolean taken, Grade grade, Step step) {

    /// @param refusals of one name, at least one
    public static Asked refused(Lead lead, List<Refusal> refusals) {
        String name = refusals.getFirst().function();
        String reasons = refusals.stream()
                .map(Refusal::reason)
                .filter(r -> !r.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        Step step = new Step(
                Step.Kind.LINE,
                lead.title(),
                "A probe on " + name + " was asked for by name and refused"
                        + (reasons.isEmpty() ? "." : ": " + reasons + "."),
                Grade.OBSERVED,
                refusals.stream().map(Refusal::span).toList(),
                null,
                List.of(),
                new Ref.Range(lead.span()));
        return new Asked(name, false, Grade.OBSERVED, step);
    }

    /// A definition that the kernel took for the first copy.
    public static Asked taken(Lead lead, FirstTaken probe) {
        Step step = new Step(
                Step.Kind.LINE,
                lead.title(),
                "The definition \"" + probe.definition() + "\" names " + probe.function() + " and no address. "
                        + (probe.grade() == Grade.DERIVED
                                ? "This kernel is older than the check for names that are not unique, so it took the first"
                                        + " copy and said nothing."
                                : "Nothing shows whether this kernel checks that a name is unique; as the definition was"
                                        + " accepted, it took the first copy."),
                probe.grade(),
                List.of(probe.span()),
                null,
                List.of(),
                new Ref.Range(probe.span()));
        return new Asked(probe.function(), true, probe.grade(), step);
    }
}
