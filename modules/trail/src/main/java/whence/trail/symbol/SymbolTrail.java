package whence.trail.symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/// The way from a probe that was refused, or that took one copy of several, to the copies of the name, their
/// objects, and probes that will be taken.
public final class SymbolTrail {
    private final Lead lead;
    private final Asked asked;
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
            Lead lead, Asked asked, Optional<Symbol> symbol, List<Included> included, List<CopyRuns.Ran> runs) {
        this.lead = lead;
        this.asked = asked;
        this.symbol = symbol.orElse(null);
        this.included = List.copyOf(included);
        this.runs = List.copyOf(runs);
    }

    public Trail trail(Choices choices, List<Loss> losses) {
        List<Step> steps = new ArrayList<>();
        steps.add(asked.step());
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
        return new Trail(lead, steps, new SymbolVerdict(lead).of(known, asked), List.of(), probes(known), losses);
    }

    private String name() {
        return asked.name();
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
