package whence.trail.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import whence.branches.Exit;
import whence.branches.JudgedExit;
import whence.evidence.Errno;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.trail.Choices;
import whence.trail.Step;
import whence.trail.Verdict;
import whence.trail.ledger.Window;
import whence.trail.verdict.Descent;

/// The steps from the body of a call down to the exit that made its error, and what another source says of it.
final class WayDown {
    private final Choices choices;
    private final Errno errors;

    /// @param errors of the machine
    WayDown(Choices choices, Errno errors) {
        this.choices = choices;
        this.errors = errors;
    }

    Step level(CallTrail.Answer answer, Descent.Level level, Failure failure) {
        String function = level.judged().function();
        Optional<Window> run = failure.runOf(function);
        long left = level.judged().left().size();
        String seen = run.map(w -> "The probes saw it return "
                        + errors.result(
                                w.exit().value() == null
                                        ? failure.result()
                                        : w.exit().value()) + " in this call. ")
                .orElse("");
        return new Step(
                Step.Kind.SYMBOL,
                function + " (" + level.judged().file() + ":" + level.judged().line() + ")",
                seen
                        + waysOut(
                                level.judged().exits().size(),
                                left,
                                answer.source().label()),
                run.isPresent() ? failure.linkGrade() : Grade.DERIVED,
                run.map(w -> List.of(w.entry().span(), w.exit().span())).orElse(List.of()),
                null,
                List.of(),
                new Ref.Source(
                        answer.source().label(),
                        level.judged().file(),
                        level.judged().line()));
    }

    private static String waysOut(int all, long left, String source) {
        return all == 1
                ? "It has one way out in the source " + source + "."
                : "Of its " + all + " ways out in the source " + source + " the evidence leaves "
                        + (left == 1 ? "one" : left == 0 ? "none" : String.valueOf(left)) + ".";
    }

    Step exit(CallTrail.Answer answer, Descent.Result result) {
        List<Step.Candidate> candidates = new ArrayList<>();
        result.leaves().forEach(e -> candidates.add(candidate(answer, e)));
        Descent.Level last = result.levels().getLast();
        last.judged().exits().stream()
                .filter(e -> e.state() == JudgedExit.State.ELIMINATED)
                .forEach(e -> candidates.add(candidate(answer, e)));
        String chosen = candidates.stream()
                .map(Step.Candidate::id)
                .filter(choices.candidates()::contains)
                .findFirst()
                .orElse(result.leaves().size() == 1 ? candidates.getFirst().id() : null);
        Grade grade = result.leaves().size() == 1 ? Grade.DERIVED : Grade.ASSUMED;
        return new Step(
                Step.Kind.EXIT,
                exitTitle(result),
                answer.verdict().summary(),
                grade,
                result.leaves().stream()
                        .flatMap(e -> e.because().stream())
                        .flatMap(b -> b.evidence().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                chosen,
                candidates,
                result.leaves().isEmpty()
                        ? null
                        : at(answer, result.leaves().getFirst().exit()));
    }

    private static String exitTitle(Descent.Result result) {
        return switch (result.leaves().size()) {
            case 0 -> "No way out is left";
            case 1 -> "It left at " + place(result.leaves().getFirst().exit());
            default -> result.leaves().size() + " ways out are left";
        };
    }

    private static String place(Exit exit) {
        return exit.file() + ":" + exit.line();
    }

    private static Ref at(CallTrail.Answer answer, Exit exit) {
        return new Ref.Source(answer.source().label(), exit.file(), exit.line());
    }

    private static Step.Candidate candidate(CallTrail.Answer answer, JudgedExit judged) {
        Exit exit = judged.exit();
        String why = judged.because().stream().map(JudgedExit.Because::text).collect(Collectors.joining("; "));
        return new Step.Candidate(
                "exit:" + exit.file() + ":" + exit.line() + ":" + exit.returnLine() + ":"
                        + String.join("|", exit.values()),
                place(exit) + " " + String.join(" or ", exit.values())
                        + (judged.state() == JudgedExit.State.ELIMINATED ? " (eliminated)" : ""),
                why,
                judged.because().stream()
                        .map(JudgedExit.Because::grade)
                        .min(java.util.Comparator.naturalOrder())
                        .orElse(Grade.DERIVED),
                judged.because().stream()
                        .flatMap(b -> b.evidence().stream())
                        .distinct()
                        .toList(),
                at(answer, exit));
    }

    /// The branch that only the kernel that ran has: where another source contradicts the same evidence.
    static Optional<Step> difference(CallTrail.Answer main, List<CallTrail.Answer> others) {
        Optional<CallTrail.Answer> contradicted = others.stream()
                .filter(o -> o.verdict().state() == Verdict.State.NONE)
                .findFirst();
        if (contradicted.isEmpty() || main.verdict().state() != Verdict.State.ONE) {
            return Optional.empty();
        }
        Exit exit = main.result().orElseThrow().leaves().getFirst().exit();
        String other = contradicted.get().source().label();
        return Optional.of(new Step(
                Step.Kind.PATCH,
                "Only " + main.source().label() + " has this way out",
                "On the source " + other + " the same evidence leaves no way out of " + exit.function()
                        + ": that source is not the kernel that ran. The difference between the two is the condition at "
                        + place(exit) + ".",
                Grade.DERIVED,
                List.of(),
                null,
                List.of(),
                at(main, exit)));
    }
}
