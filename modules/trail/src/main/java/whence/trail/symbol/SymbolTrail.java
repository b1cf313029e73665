package whence.trail.symbol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.evidence.Grade;
import whence.evidence.Loss;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.symbols.Copy;
import whence.symbols.Symbol;
import whence.symbols.probes.Answer;
import whence.symbols.probes.ProbeText;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;
import whence.trail.knowledge.Fact;
import whence.trail.knowledge.Rules;
import whence.trail.read.Refusal;

/// The way from a refused probe to the copies of the name, their objects, and probes that will be taken.
public final class SymbolTrail {
    private final Lead lead;
    private final List<Refusal> refusals;
    private final @Nullable Symbol symbol;
    private final List<Included> included;
    private final List<Ran> runs;

    /// One body that several units compile.
    ///
    /// @param file that holds the body
    /// @param by the file that includes it
    /// @param line of the `#include`
    public record Included(String tree, String file, String by, int line) {}

    /// What programs ran while a copy was hit.
    ///
    /// @param copy the copy by its number
    public record Ran(int copy, String text, Grade grade, List<Span> evidence) {}

    public SymbolTrail(
            Lead lead, List<Refusal> refusals, Optional<Symbol> symbol, List<Included> included, List<Ran> runs) {
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
            return new Trail(lead, steps, unknown(), List.of(), List.of(), losses);
        }
        steps.add(copies(known, choices));
        steps.add(objects(known));
        included.forEach(i -> steps.add(compiledTwice(i)));
        steps.add(probing(known));
        return new Trail(lead, steps, verdict(known), List.of(), probes(known), losses);
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

    private Step copies(Symbol known, Choices choices) {
        List<Step.Candidate> candidates =
                known.copies().stream().map(SymbolTrail::candidate).toList();
        boolean hidden = known.copies().stream().noneMatch(Copy::addressKnown);
        return new Step(
                Step.Kind.SYMBOL,
                known.name() + " stands for " + number(known) + (hidden ? ", at hidden addresses" : addresses(known)),
                (known.ambiguous()
                                ? "The symbol list of this boot holds the name more than once, so the name alone does not"
                                        + " say where to put the probe."
                                : "The symbol list of this boot holds the name once: it is not ambiguous.")
                        + (hidden
                                ? " Every address in the list is zero because it was read without root: the copies can be"
                                        + " counted, their addresses are not there."
                                : ""),
                Grade.OBSERVED,
                spans(known.copies().stream().map(c -> c.evidence().stream().limit(1))),
                candidates.stream()
                        .map(Step.Candidate::id)
                        .filter(choices.candidates()::contains)
                        .findFirst()
                        .orElse(null),
                candidates,
                known.copies().getFirst().ref());
    }

    private static String number(Symbol known) {
        return known.copies().size() == 1 ? "one function" : known.copies().size() + " functions";
    }

    private static String addresses(Symbol known) {
        return known.copies().stream()
                .map(c -> String.valueOf(c.addressText()))
                .collect(Collectors.joining(" and ", ", at ", ""));
    }

    private static Step.Candidate candidate(Copy copy) {
        String address = copy.addressText();
        return new Step.Candidate(
                "copy:" + copy.name() + ":" + copy.number(),
                title(copy),
                (address == null ? "its address is hidden" : copy.why()),
                copy.grade(),
                copy.evidence(),
                copy.ref());
    }

    private static String title(Copy copy) {
        String address = copy.addressText();
        String object = copy.object();
        return "copy " + copy.number()
                + (address == null ? "" : " at " + address)
                + (object == null ? "" : " (" + object + ")");
    }

    private Step objects(Symbol known) {
        List<String> told = new ArrayList<>();
        Grade grade = Grade.OBSERVED;
        for (Copy copy : known.copies()) {
            String object = copy.object();
            told.add("copy " + copy.number() + " "
                    + (object == null
                            ? "comes from an object that nothing here names"
                            : "comes from " + object + ": " + copy.why()));
            grade = object == null ? grade : grade.and(copy.grade());
        }
        for (Ran ran : runs) {
            told.add("copy " + ran.copy() + ": " + ran.text());
        }
        return new Step(
                Step.Kind.SYMBOL,
                objectsTitle(known),
                told.stream().map(SymbolTrail::sentence).collect(Collectors.joining(" ")),
                grade,
                spans(Stream.concat(
                        known.copies().stream().map(c -> c.evidence().stream()),
                        runs.stream().map(r -> r.evidence().stream()))),
                null,
                known.copies().stream().map(SymbolTrail::candidate).toList(),
                known.copies().getFirst().ref());
    }

    private static String objectsTitle(Symbol known) {
        String objects = known.copies().stream()
                .map(Copy::object)
                .map(o -> o == null ? "an unknown object" : o)
                .distinct()
                .collect(Collectors.joining(" and "));
        return "The copies come from " + objects;
    }

    private static String sentence(String text) {
        String upper = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return upper.endsWith(".") ? upper : upper + ".";
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

    private Step probing(Symbol known) {
        String told = known.copies().stream()
                .map(c -> "copy " + c.number() + ": by name "
                        + c.probing().byName().status().word() + " ("
                        + c.probing().byName().why() + "), by address "
                        + c.probing().byAddress().status().word() + " ("
                        + c.probing().byAddress().why() + ")")
                .map(SymbolTrail::sentence)
                .collect(Collectors.joining(" "));
        boolean yes =
                known.copies().stream().allMatch(c -> c.probing().byAddress().status() == Answer.Status.YES);
        return new Step(
                Step.Kind.SYMBOL,
                yes ? "Each copy can be probed by its address" : "What can be probed",
                told,
                yes ? Grade.OBSERVED : Grade.DERIVED,
                spans(known.copies().stream()
                        .map(c -> Stream.concat(
                                c.probing().byName().evidence().stream(),
                                c.probing().byAddress().evidence().stream()))),
                null,
                List.of(),
                known.copies().getFirst().ref());
    }

    private Verdict verdict(Symbol known) {
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

    private Verdict unknown() {
        return new Verdict(
                Verdict.State.INSUFFICIENT,
                null,
                List.of(),
                "No symbol list was captured that holds " + name() + ": capture /proc/kallsyms as root.",
                null);
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
                                + sentence(offer.note())));
            }
        }
        return probes;
    }

    private static List<Span> spans(Stream<Stream<Span>> all) {
        return all.flatMap(s -> s).distinct().sorted().toList();
    }
}
