package whence.trail.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whence.evidence.Grade;
import whence.evidence.Span;

/// "This function did not run in this window", with every condition it rests on. One condition missing refuses it.
public record Absence(String function, List<Condition> conditions) {
    public Absence {
        conditions = List.copyOf(conditions);
    }

    /// The same with one more condition, which does not hold.
    public Absence refused(Condition.Name name, String why) {
        return new Absence(
                function,
                Stream.concat(Stream.of(Condition.missing(name, why)), conditions.stream())
                        .toList());
    }

    public boolean admitted() {
        return missing().isEmpty();
    }

    public List<Condition> missing() {
        return conditions.stream().filter(c -> !c.holds()).toList();
    }

    /// That of the weakest condition.
    public Grade grade() {
        return conditions.stream().map(Condition::grade).reduce(Grade.OBSERVED, Grade::and);
    }

    /// The weakest condition, the first of equals; empty where no condition was asked for.
    public Optional<Condition> weakest() {
        return conditions.stream()
                .min(Comparator.comparing(Condition::holds).thenComparing(Condition::grade, Comparator.reverseOrder()));
    }

    public List<Span> evidence() {
        return conditions.stream()
                .flatMap(c -> c.evidence().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// Why it is refused, for people; empty where it is admitted.
    public String refusal() {
        return missing().stream().map(Condition::text).collect(Collectors.joining("; "));
    }
}
