package whence.branches.frame;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import whence.branches.Evidence;

/// What is known at one point of one way through the function. Immutable; what is not in it may be anything.
///
/// @param facts by canonical text
/// @param memories bytes by object
/// @param key what keeps ways apart that would otherwise be one
public record State(Map<String, Fact> facts, Map<String, Evidence.Memory> memories, Key key) {

    /// @param defs for each tracked variable, where it was last set
    /// @param commit the jump that decided the exit; -1 before one
    /// @param hits which of the callees that ran may have run by now, and which of the lines
    public record Key(java.util.List<Integer> defs, int commit, long hits) {
        public Key def(int variable, int def) {
            java.util.List<Integer> changed = new java.util.ArrayList<>(defs);
            changed.set(variable, def);
            return new Key(java.util.List.copyOf(changed), commit, hits);
        }

        public Key hits(long more) {
            return (hits | more) == hits ? this : new Key(defs, commit, hits | more);
        }

        public Key commit(int jump) {
            return new Key(defs, jump, hits);
        }
    }

    public State with(Fact fact) {
        Map<String, Fact> more = new HashMap<>(facts);
        more.put(fact.expression().text(), fact);
        return new State(more, memories, key);
    }

    public State with(Key other) {
        return other.equals(key) ? this : new State(facts, memories, other);
    }

    public State without(Predicate<Fact> lost) {
        if (facts.values().stream().noneMatch(lost)) {
            return this;
        }
        Map<String, Fact> fewer = new HashMap<>(facts);
        fewer.values().removeIf(lost);
        return new State(fewer, memories, key);
    }

    public State forgetting(Predicate<Evidence.Memory> lost) {
        if (memories.values().stream().noneMatch(lost)) {
            return this;
        }
        Map<String, Evidence.Memory> fewer = new HashMap<>(memories);
        fewer.values().removeIf(lost);
        return new State(facts, fewer, key);
    }

    public State with(String object, Evidence.Memory memory) {
        Map<String, Evidence.Memory> more = new HashMap<>(memories);
        more.put(object, memory);
        return new State(facts, more, key);
    }

    /// What is known when either may be the case.
    ///
    /// @param tired whether to keep only what both agree on, so that loops come to an end
    public State or(State other, boolean tired) {
        Map<String, Fact> common = new HashMap<>();
        for (Fact mine : facts.values()) {
            Fact theirs = other.facts.get(mine.expression().text());
            Fact joint = theirs == null ? null : joint(mine, theirs, tired);
            if (joint != null) {
                common.put(mine.expression().text(), joint);
            }
        }
        Map<String, Evidence.Memory> bytes = new HashMap<>(memories);
        for (Iterator<Map.Entry<String, Evidence.Memory>> it = bytes.entrySet().iterator(); it.hasNext(); ) {
            Map.Entry<String, Evidence.Memory> entry = it.next();
            if (!entry.getValue().equals(other.memories.get(entry.getKey()))) {
                it.remove();
            }
        }
        boolean same = common.equals(facts) && bytes.equals(memories);
        Key joint = key.hits(other.key.hits());
        return same && joint.equals(key) ? this : new State(common, bytes, joint);
    }

    private static @Nullable Fact joint(Fact mine, Fact theirs, boolean tired) {
        if (mine.value().equals(theirs.value())) {
            return mine;
        }
        if (mine.value().set().equals(theirs.value().set())
                && java.util.Objects.equals(mine.value().place(), theirs.value().place())) {
            return mine.with(mine.value().and(theirs.value().because()));
        }
        whence.branches.value.Value both = mine.value().or(theirs.value());
        boolean useless = both.place() == null && both.type().everything().within(both.set());
        return tired || useless ? null : mine.with(both);
    }
}
