package whence.branches.value;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an expression may be.
///
/// @param place the object and offset a pointer points at; null where that is not known
/// @param because the premises without which the set would be wider
public record Value(CType type, Ints set, @Nullable Place place, Set<Premise> because) {
    /// Pointers that are neither NULL nor an errno.
    private static final Ints GOOD_POINTER = Ints.range(Long.MIN_VALUE, -4096).or(Ints.range(1, Long.MAX_VALUE));

    private static final Ints SURELY_CHAR = Ints.range(0, 127);
    private static final Ints ERRORS = Ints.range(-4095, 1);
    private static final Ints ZERO = Ints.of(0);

    /// A byte of an object.
    ///
    /// @param object canonical text of the object: `attr`, `*attr`
    public record Place(String object, long offset) {}

    public static Value unknown(CType type) {
        return new Value(type, type.everything(), null, Set.of());
    }

    public static Value of(CType type, long value) {
        return new Value(type, Ints.of(type.wrap(value)), null, Set.of());
    }

    public static Value of(CType type, Ints set, Set<Premise> because) {
        return new Value(type, set, null, because);
    }

    public static Value pointer(CType type, Place place, Set<Premise> because) {
        return new Value(type, GOOD_POINTER, place, because);
    }

    public static Value truth(Truth truth, Set<Premise> because) {
        return new Value(CType.INT, truth.set(), null, because);
    }

    /// Whether it counts as true in a condition.
    public Truth truth() {
        if (!set.contains(0)) {
            return set.isEmpty() ? Truth.UNKNOWN : Truth.TRUE;
        }
        return set.single().isPresent() ? Truth.FALSE : Truth.UNKNOWN;
    }

    /// The value after a conversion.
    public Value as(CType to) {
        if (!to.known()) {
            return new Value(to, set, place, because);
        }
        Ints all = to.everything();
        if (to.sort() == CType.Sort.BOOL) {
            return new Value(to, truth().set(), null, because);
        }
        if (set.within(to.isPlainChar() ? SURELY_CHAR : all)) {
            return new Value(to, set, place, because);
        }
        long[] values = set.values(16);
        Ints wrapped = Ints.NONE;
        for (long value : values) {
            wrapped = wrapped.or(Ints.of(to.wrap(value)));
            wrapped = to.isPlainChar() ? wrapped.or(Ints.of(value & 0xff)) : wrapped;
        }
        return new Value(to, values.length == 0 ? all : wrapped, null, because);
    }

    /// What a variable or member of a type holds after this was stored. Where the type is not known it may be a
    /// narrow one that cuts the value off.
    ///
    /// @param variable whether it is a variable and no member: errors are never kept in narrow ones
    public Value stored(CType to, boolean variable) {
        Value converted = as(to);
        return to.sort() != CType.Sort.UNKNOWN || set.within(variable ? ERRORS : ZERO) ? converted : unknown(to);
    }

    /// The value where it is known to lie in `only`.
    public Value limited(Ints only) {
        return new Value(type, set.and(only), place, because);
    }

    public Value and(Set<Premise> more) {
        return new Value(type, set, place, union(because, more));
    }

    /// What either may be.
    public Value or(Value other) {
        CType joint = type.equals(other.type) ? type : CType.UNKNOWN;
        Place same = place != null && place.equals(other.place) ? place : null;
        return new Value(joint, set.or(other.set), same, union(because, other.because));
    }

    public static Set<Premise> union(Set<Premise> a, Set<Premise> b) {
        if (a.isEmpty() || b.containsAll(a)) {
            return b;
        }
        if (b.isEmpty() || a.containsAll(b)) {
            return a;
        }
        Set<Premise> both = new LinkedHashSet<>(a);
        both.addAll(b);
        return both;
    }
}
