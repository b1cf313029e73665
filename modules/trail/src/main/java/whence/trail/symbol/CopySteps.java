package whence.trail.symbol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.symbols.Copy;
import whence.symbols.Symbol;
import whence.symbols.probes.Answer;
import whence.trail.Choices;
import whence.trail.Step;

/// The steps about the copies of a name: how many there are, which object each comes from, who entered which, and what
/// can be probed.
final class CopySteps {
    private static final int MOST_SPANS = 3;
    private static final Collector<CharSequence, ?, String> REASON =
            Collectors.collectingAndThen(Collectors.joining("; "), why -> why.isEmpty() ? "" : ": " + why);

    private final Symbol known;

    CopySteps(Symbol known) {
        this.known = known;
    }

    Step copies(Choices choices) {
        List<Step.Candidate> candidates =
                known.copies().stream().map(CopySteps::candidate).toList();
        boolean hidden = known.copies().stream().noneMatch(Copy::addressKnown);
        return new Step(
                Step.Kind.SYMBOL,
                known.name() + " stands for " + number() + (hidden ? ", at hidden addresses" : addresses()),
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

    private String number() {
        return known.copies().size() == 1 ? "one function" : known.copies().size() + " functions";
    }

    private String addresses() {
        return known.copies().stream()
                .map(c -> String.valueOf(c.addressText()))
                .collect(Collectors.joining(" and ", ", at ", ""));
    }

    private static Step.Candidate candidate(Copy copy) {
        String address = copy.addressText();
        String object = copy.object();
        return new Step.Candidate(
                "copy:" + copy.name() + ":" + copy.number(),
                "copy " + copy.number() + (address == null ? "" : " at " + address),
                (address == null ? "its address is hidden; " : "")
                        + (object == null ? copy.why() : "it comes from " + object),
                copy.grade(),
                copy.evidence(),
                copy.ref());
    }

    Step objects() {
        Set<String> shared = shared();
        List<String> told = new ArrayList<>();
        Grade grade = Grade.OBSERVED;
        for (Copy copy : known.copies()) {
            String object = copy.object();
            told.add("copy " + copy.number() + " comes from "
                    + (object == null
                            ? "an object that nothing here names"
                            : object
                                    + clauses(copy)
                                            .filter(c -> !shared.contains(c))
                                            .collect(REASON)));
            grade = object == null ? grade : grade.and(copy.grade());
        }
        told.addAll(shared);
        return new Step(
                Step.Kind.SYMBOL,
                objectsTitle(),
                told.stream().map(CopySteps::sentence).collect(Collectors.joining(" ")),
                grade,
                spans(known.copies().stream().map(c -> c.evidence().stream())),
                null,
                List.of(),
                known.copies().getFirst().ref());
    }

    /// What is the same in the reasons of all copies: it is said once.
    private Set<String> shared() {
        Set<String> all = new LinkedHashSet<>();
        if (known.copies().size() > 1) {
            clauses(known.copies().getFirst()).forEach(all::add);
            known.copies().forEach(copy -> all.retainAll(clauses(copy).toList()));
        }
        return all;
    }

    private static Stream<String> clauses(Copy copy) {
        return copy.object() == null ? Stream.of() : Stream.of(copy.why().split("; "));
    }

    private String objectsTitle() {
        String objects = known.copies().stream()
                .map(Copy::object)
                .map(o -> o == null ? "an unknown object" : o)
                .distinct()
                .collect(Collectors.joining(" and "));
        return "The copies come from " + objects;
    }

    /// Who entered which copy; only where a trace tells the copies apart.
    Step entered(List<CopyRuns.Ran> runs) {
        return new Step(
                Step.Kind.SYMBOL,
                "What entered which copy",
                "A trace writes the size of the function behind its name, and the sizes of the copies differ. "
                        + runs.stream()
                                .map(CopyRuns.Ran::text)
                                .map(CopySteps::sentence)
                                .collect(Collectors.joining(" ")),
                Grade.DERIVED,
                spans(runs.stream().map(r -> r.evidence().stream().limit(MOST_SPANS))),
                null,
                List.of(),
                known.copies().getFirst().ref());
    }

    Step probing() {
        String told = known.copies().stream()
                .map(c -> "copy " + c.number() + ": by name "
                        + c.probing().byName().status().word() + " ("
                        + c.probing().byName().why() + "), by address "
                        + c.probing().byAddress().status().word() + " ("
                        + c.probing().byAddress().why() + ")")
                .map(CopySteps::sentence)
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

    static String sentence(String text) {
        String upper = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return upper.endsWith(".") ? upper : upper + ".";
    }

    private static List<Span> spans(Stream<Stream<Span>> all) {
        return all.flatMap(s -> s).distinct().sorted().toList();
    }
}
