package whence.trail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the user decided about a trail: which candidate of a step is taken, and what may be assumed.
///
/// @param candidates ids of candidates to take; a step takes the first of its candidates that is among them
/// @param assumptions stated by the user; what follows from them is graded assumed
public record Choices(Set<String> candidates, List<Assumption> assumptions) {
    public static final Choices NONE = new Choices(Set.of(), List.of());

    public Choices {
        candidates = Collections.unmodifiableSet(new TreeSet<>(candidates));
        assumptions = List.copyOf(assumptions);
    }

    public Choices take(String candidate) {
        Set<String> more = new TreeSet<>(candidates);
        more.add(candidate);
        return new Choices(more, assumptions);
    }

    public Choices assuming(Assumption assumption) {
        List<Assumption> more = new ArrayList<>(assumptions);
        more.add(assumption);
        return new Choices(candidates, more);
    }

    public boolean assumes(Assumption assumption) {
        return assumptions.contains(assumption);
    }
}
