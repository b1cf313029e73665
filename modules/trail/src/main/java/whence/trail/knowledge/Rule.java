package whence.trail.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import whence.evidence.Grade;
import whence.evidence.Span;

/// Something known about kernels and their tools, with the source it is known from.
///
/// @param conditions all must hold
/// @param says what follows, a sentence
/// @param source where it can be read: documentation, a commit, a format's specification
/// @param refutedBy what would show that it does not apply here
public record Rule(String id, List<Condition> conditions, String says, String source, String refutedBy) {
    public Rule {
        conditions = List.copyOf(conditions);
    }

    /// What follows from these facts; empty where a condition does not hold.
    public Optional<Conclusion> apply(List<Fact> facts) {
        Grade grade = Grade.DERIVED;
        List<Span> evidence = new ArrayList<>();
        for (Condition condition : conditions) {
            Optional<Fact> fact = condition.fact(facts);
            if (condition.absent ? fact.isPresent() : fact.isEmpty()) {
                return Optional.empty();
            }
            if (fact.isPresent()) {
                grade = grade.and(fact.get().grade());
                evidence.addAll(fact.get().evidence());
            }
        }
        return Optional.of(new Conclusion(
                this, grade, evidence.stream().distinct().sorted().toList()));
    }

    /// A fact of this key whose whole value matches.
    ///
    /// @param absent no such fact may be known
    public record Condition(String key, Pattern value, boolean absent) {
        Optional<Fact> fact(List<Fact> facts) {
            return facts.stream()
                    .filter(f -> f.key().equals(key) && value.matcher(f.value()).matches())
                    .findFirst();
        }
    }

    /// A rule that applies.
    ///
    /// @param grade derived, or weaker where a fact is
    public record Conclusion(Rule rule, Grade grade, List<Span> evidence) {
        public String text() {
            return rule.says();
        }

        /// Whether every condition of the rule is met by these facts alone.
        public boolean restsOn(List<Fact> facts) {
            return rule.apply(facts).isPresent();
        }
    }
}
