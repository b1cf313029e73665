package whence.trail.symbol;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import whence.evidence.Grade;
import whence.symbols.Copy;
import whence.symbols.Symbol;
import whence.trail.Lead;
import whence.trail.Verdict;
import whence.trail.knowledge.Fact;
import whence.trail.knowledge.Rules;

/// Whether the copies of a name explain that a probe on it was refused.
final class SymbolVerdict {
    private final Lead lead;

    SymbolVerdict(Lead lead) {
        this.lead = lead;
    }

    Verdict of(Symbol known, Asked asked) {
        return asked.taken() ? taken(known, asked) : refused(known);
    }

    /// The symbol is known to be ambiguous.
    private static Verdict taken(Symbol known, Asked asked) {
        Copy first = known.copies().stream()
                .filter(Copy::addressKnown)
                .min((one, other) -> Long.compareUnsigned(one.address(), other.address()))
                .orElse(known.copies().getFirst());
        String object = first.object();
        return new Verdict(
                Verdict.State.EXPLAINED,
                null,
                List.of(),
                "The probe on " + known.name() + " watched one of "
                        + known.copies().size() + " functions of that name, the one that comes first"
                        + (first.addressKnown() ? ", at " + first.addressText() : "")
                        + (object == null ? "" : " (" + object + ")")
                        + ". Its hits are hits of that copy; that it was not hit says nothing of the others.",
                new Verdict.Premise("the kernel took the first copy in the order of addresses", asked.grade()));
    }

    private Verdict refused(Symbol known) {
        if (!known.ambiguous()) {
            return new Verdict(
                    Verdict.State.INSUFFICIENT,
                    null,
                    List.of(),
                    known.name()
                            + " has one address in the captured symbol list, so ambiguity does not explain the refusal.",
                    new Verdict.Premise(
                            "the symbol list is of the boot on which the probe was refused", Grade.ASSUMED));
        }
        List<Fact> facts = List.of(
                Fact.observed("probe-refused", known.name(), lead.span()),
                Fact.observed("copies", String.valueOf(known.copies().size()), lead.span()));
        String rule =
                Rules.shipped().apply(facts).stream().map(c -> " " + c.text()).collect(Collectors.joining());
        return new Verdict(
                Verdict.State.EXPLAINED,
                null,
                List.of(),
                "The probe on " + known.name() + " was refused because the name stands for "
                        + known.copies().size() + " functions." + rule,
                weakest(known));
    }

    private static Verdict.Premise weakest(Symbol known) {
        return known.copies().stream()
                .filter(c -> c.object() != null)
                .max(Comparator.comparing(Copy::grade))
                .filter(c -> c.grade() != Grade.OBSERVED)
                .map(c -> new Verdict.Premise(c.why(), c.grade()))
                .orElse(new Verdict.Premise(
                        "the symbol list is of the boot on which the probe was refused", Grade.DERIVED));
    }

    static Verdict unknown(String name) {
        return new Verdict(
                Verdict.State.INSUFFICIENT,
                null,
                List.of(),
                "No symbol list was captured that holds " + name + ": capture /proc/kallsyms as root.",
                null);
    }
}
