package whence.trail.line;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.source.Function;
import whence.source.LineMatch;
import whence.source.Site;
import whence.trail.Choices;
import whence.trail.Step;
import whence.trail.lead.line.Folded;
import whence.trail.verdict.TreeJudge;

/// The statement of one source that prints a line, or is like one, and the function it stands in.
///
/// @param hidden whether only the length of the line is known
record Printing(TreeJudge judge, LineMatch match, Site site, Function function, boolean hidden) {

    /// Empty where no statement is known to print it, or it stands in no function.
    static Optional<Printing> of(TreeJudge judge, Folded line, Choices choices) {
        boolean hidden = line.hidden();
        LineMatch match = hidden
                ? judge.tree().matchLength(line.hiddenLength())
                : judge.tree().match(line.message());
        return match.sites().stream()
                .filter(s -> choices.candidates().contains(id(s)))
                .findFirst()
                .or(() -> match.sites().stream().findFirst())
                .flatMap(s -> Optional.ofNullable(s.function()).map(f -> new Printing(judge, match, s, f, hidden)));
    }

    private static String id(Site site) {
        return "site:" + site.path() + ":" + site.line();
    }

    Step statement(Span line) {
        return new Step(
                Step.Kind.STATEMENT,
                site.callee() + "(\"" + site.format() + "\") at " + site.path() + ":" + site.line() + " in "
                        + site.functionName(),
                why(),
                grade(),
                List.of(line),
                id(site),
                match.sites().stream().map(this::candidate).toList(),
                new Ref.Source(judge.label(), site.path(), site.line()));
    }

    /// Whether the statement is only like the line: it cannot have printed it as it stands.
    boolean similar() {
        return match.certainty() == LineMatch.Certainty.SIMILAR;
    }

    private String why() {
        String source = "the source " + judge.label();
        if (similar()) {
            return "No statement of " + source
                    + " prints this line. This one only shares words with it: the message may"
                    + " have been worded differently in the version that ran.";
        }
        if (hidden) {
            return "The journal shows only the length of the message, and that a byte of it is not printable. "
                    + (match.sites().size() == 1
                            ? "One statement of " + source
                                    + " can print just that from constants alone; one whose arguments"
                                    + " hold such bytes could too."
                            : match.sites().size() + " statements of " + source + " can print just that.");
        }
        return (only()
                        ? "Of all statements of " + source + " this one prints such a line."
                        : match.sites().size() + " statements print such a line; this one explains most of it.")
                + origins();
    }

    /// Where texts stand that the statement prints and does not say itself: in a table, a variable, a function.
    private String origins() {
        return site.values().stream()
                .filter(value -> value.origin() != null)
                .map(value -> " It took \"" + value.text() + "\" out of " + value.origin() + ".")
                .collect(Collectors.joining());
    }

    private boolean only() {
        return match.sites().size() == 1
                || match.sites().get(1).score() < match.sites().getFirst().score();
    }

    private Grade grade() {
        return only() && !hidden && !similar() ? Grade.DERIVED : Grade.ASSUMED;
    }

    private Step.Candidate candidate(Site other) {
        return new Step.Candidate(
                id(other),
                other.path() + ":" + other.line() + " in " + other.functionName(),
                (similar() ? "is like \"" : "prints \"") + other.format() + "\"",
                hidden || similar() ? Grade.ASSUMED : Grade.DERIVED,
                List.of(),
                new Ref.Source(judge.label(), other.path(), other.line()));
    }

    /// Which system calls can reach the function.
    Step reached(Reach reach) {
        String calls = String.join(" and ", reach.calls());
        String title = reach.calls().isEmpty()
                ? "No system call is seen to reach " + function.name()
                : (reach.complete() ? "Only " : "At least ") + calls + " can reach " + function.name();
        return new Step(
                Step.Kind.STATEMENT,
                title,
                ways(reach),
                reach.complete() ? Grade.DERIVED : Grade.ASSUMED,
                List.of(),
                null,
                List.of(),
                new Ref.Source(judge.label(), function.path(), function.line()));
    }

    private static String ways(Reach reach) {
        if (reach.calls().isEmpty()) {
            return "It may run at boot, in an interrupt, in a kernel thread, or through a pointer that was not followed.";
        }
        String chains =
                reach.chains().stream().map(chain -> String.join(" → ", chain)).collect(Collectors.joining("; "));
        if (reach.complete()) {
            return "Every function on the way is visible in its own file alone, so no other system call, execve for one,"
                    + " can have printed this line: " + chains + ".";
        }
        return (reach.assumption().isEmpty()
                        ? "Functions on the way can be called from other files too, which were not followed: "
                        : "The likeliest ways; " + reach.assumption() + ": ")
                + chains + ".";
    }
}
