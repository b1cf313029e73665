package whence.trail.symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.evidence.Grade;
import whence.evidence.Loss;
import whence.evidence.Ref;
import whence.symbols.Copy;
import whence.symbols.Symbol;
import whence.symbols.probes.ProbeText;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.read.Refusal;

/// The way from a refused probe to the copies of the name, their objects, and probes that will be taken.
public final class SymbolTrail {
    private final Lead lead;
    private final List<Refusal> refusals;
    private final @Nullable Symbol symbol;
    private final List<Included> included;
    private final List<CopyRuns.Ran> runs;

    /// One body that several units compile.
    ///
    /// @param file that holds the body
    /// @param by the file that includes it
    /// @param line of the `#include`
    public record Included(String tree, String file, String by, int line) {}

    public SymbolTrail(
            Lead lead,
            List<Refusal> refusals,
            Optional<Symbol> symbol,
            List<Included> included,
            List<CopyRuns.Ran> runs) {
        this.lead = lead;
        this.refusals = List.copyOf(refusals);
        this.symbol = symbol.orElse(null);
        this.included = List.copyOf(included);
        this.runs = List.copyOf(runs);
    }

    public Trail trail(Choices choices, List<Loss> losses) {
        List<Step> steps = new ArrayList<>();
        steps.add(refused());
        Symbol known = symbol;
        if (known == null) {
            return new Trail(lead, steps, SymbolVerdict.unknown(name()), List.of(), List.of(), losses);
        }
        CopySteps of = new CopySteps(known);
        steps.add(of.copies(choices));
        steps.add(of.objects());
        included.forEach(i -> steps.add(compiledTwice(i)));
        if (!runs.isEmpty()) {
            steps.add(of.entered(runs));
        }
        steps.add(of.probing());
        return new Trail(lead, steps, new SymbolVerdict(lead).of(known), List.of(), probes(known), losses);
    }

    private Step refused() {
        String reasons = refusals.stream()
                .map(Refusal::reason)
                .filter(r -> !r.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return new Step(
                Step.Kind.LINE,
                lead.title(),
                "A probe on " + name() + " was asked for by name and refused"
                        + (reasons.isEmpty() ? "." : ": " + reasons + "."),
                Grade.OBSERVED,
                refusals.stream().map(Refusal::span).toList(),
                null,
                List.of(),
                new Ref.Range(lead.span()));
    }

    private String name() {
        return refusals.getFirst().function();
    }

    private Step compiledTwice(Included one) {
        return new Step(
                Step.Kind.STATEMENT,
                "One body, compiled twice: " + one.by() + " includes " + one.file(),
                "In the source " + one.tree() + ", " + one.by() + ":" + one.line() + " includes " + one.file() + ", so "
                        + name() + " is compiled into both units under the same name.",
                Grade.OBSERVED,
                List.of(),
                null,
                List.of(),
                new Ref.Source(one.tree(), one.by(), one.line()));
    }

    private static List<Trail.NextProbe> probes(Symbol known) {
        List<Trail.NextProbe> probes = new ArrayList<>();
        for (Copy copy : known.copies()) {
            String object = copy.object();
            for (ProbeText offer : copy.offers()) {
                probes.add(new Trail.NextProbe(
                        offer.text(),
                        offer.tool(),
                        "Fires for copy " + copy.number() + (object == null ? "" : " (" + object + ")") + " only. "
                                + CopySteps.sentence(offer.note())));
            }
        }
        return probes;
    }
}
