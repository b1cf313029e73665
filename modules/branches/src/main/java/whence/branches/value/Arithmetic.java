package whence.branches.value;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// C's operators on sets of values, with its conversions.
public final class Arithmetic {
    private static final long SMALL = Integer.MAX_VALUE;

    private Arithmetic() {}

    /// `left op right` for every operator but `&&`, `||`, `,` and assignments.
    public static Value apply(String op, Value left, Value right) {
        Set<Premise> because = Value.union(left.because(), right.because());
        if (left.set().isEmpty() || right.set().isEmpty()) {
            return Value.of(CType.INT, Ints.NONE, because);
        }
        return switch (op) {
            case "==", "!=", "<", ">", "<=", ">=" -> {
                Truth truth = compare(op, left, right);
                yield Value.truth(truth, truth == Truth.UNKNOWN ? Set.of() : because);
            }
            case "<<", ">>" -> shift(op, left, right, because);
            default -> {
                CType type = CType.common(left.type(), right.type());
                Value.Place moved = moved(op, left, right);
                if (moved != null) {
                    yield Value.pointer(type, moved, because);
                }
                yield Value.of(type, calculate(op, type, left, right), because);
            }
        };
    }

    /// `void *` and `char *` move by bytes; other pointers are not followed.
    private static Value.@Nullable Place moved(String op, Value left, Value right) {
        Value.Place place = left.place();
        boolean bytes = left.type().isPointer()
                && left.type().name().pointers() == 1
                && (left.type().name().base().equals("void")
                        || left.type().name().base().endsWith("char"));
        if (place == null || !bytes || right.set().single().isEmpty()) {
            return null;
        }
        long by = right.set().single().getAsLong();
        return switch (op) {
            case "+" -> new Value.Place(place.object(), place.offset() + by);
            case "-" -> new Value.Place(place.object(), place.offset() - by);
            default -> null;
        };
    }

    private static Ints calculate(String op, CType type, Value left, Value right) {
        if (!type.known() || type.isPointer()) {
            return unknownType(op, left.set(), right.set());
        }
        Ints a = left.as(type).set();
        Ints b = right.as(type).set();
        Ints exact = a.each(b, (x, y) -> type.wrap(one(op, type, x, y)));
        boolean divides = op.equals("/") || op.equals("%");
        if (exact != null && !(divides && b.contains(0))) {
            return exact;
        }
        Ints wide = switch (op) {
            case "+" -> sum(a, b, type);
            case "-" ->
                type.unsigned64() || b.min() == Long.MIN_VALUE
                        ? Ints.ALL
                        : sum(a, Ints.range(-b.max(), -b.min()), type);
            case "&" -> masked(a, b);
            case "%" -> remainder(a, b, type);
            default -> type.everything();
        };
        return wide.within(type.everything()) ? wide : type.everything();
    }

    /// Small values that are not negative are the same in every type that holds them.
    private static Ints unknownType(String op, Ints a, Ints b) {
        if (!a.within(0, SMALL) || !b.within(0, SMALL)) {
            return op.equals("&") && (a.within(0, SMALL) || b.within(0, SMALL)) ? masked(a, b) : Ints.ALL;
        }
        Ints exact = op.equals("&") || op.equals("|") || op.equals("^")
                ? a.each(b, (x, y) -> one(op, CType.LONG, x, y))
                : null;
        return exact != null ? exact : op.equals("&") ? masked(a, b) : Ints.ALL;
    }

    private static long one(String op, CType type, long x, long y) {
        return switch (op) {
            case "+" -> x + y;
            case "-" -> x - y;
            case "*" -> x * y;
            case "/" -> y == 0 ? 0 : type.unsigned64() ? Long.divideUnsigned(x, y) : x / y;
            case "%" -> y == 0 ? 0 : type.unsigned64() ? Long.remainderUnsigned(x, y) : x % y;
            case "&" -> x & y;
            case "|" -> x | y;
            case "^" -> x ^ y;
            default -> throw new IllegalArgumentException(op);
        };
    }

    private static Ints sum(Ints a, Ints b, CType type) {
        if (type.unsigned64() && (a.min() < 0 || b.min() < 0)) {
            return Ints.ALL;
        }
        long low = a.min() + b.min();
        long high = a.max() + b.max();
        boolean overflows = ((a.min() ^ low) & (b.min() ^ low)) < 0 || ((a.max() ^ high) & (b.max() ^ high)) < 0;
        return overflows ? Ints.ALL : Ints.range(low, high);
    }

    /// `x & mask` with a mask that is not negative lies in `[0, mask]`, and is 0 where `x` is below its lowest bit.
    private static Ints masked(Ints a, Ints b) {
        Ints mask = b.min() >= 0 ? b : a;
        Ints of = b.min() >= 0 ? a : b;
        if (mask.min() < 0) {
            return Ints.ALL;
        }
        long lowest = mask.single().isPresent() ? Long.lowestOneBit(mask.max()) : 0;
        if (mask.max() == 0 || (of.min() >= 0 && of.max() < lowest)) {
            return Ints.of(0);
        }
        long most = of.min() >= 0 ? Math.min(mask.max(), of.max()) : mask.max();
        return mask.single().isPresent()
                ? Ints.of(0).or(Ints.range(lowest, Math.max(most, lowest)))
                : Ints.range(0, most);
    }

    private static Ints remainder(Ints a, Ints b, CType type) {
        if (b.min() <= 0 || (type.unsigned64() && a.min() < 0)) {
            return type.everything();
        }
        return a.min() >= 0 ? Ints.range(0, Math.min(a.max(), b.max() - 1)) : Ints.range(1 - b.max(), b.max() - 1);
    }

    private static Value shift(String op, Value left, Value right, Set<Premise> because) {
        CType type = left.type().promoted();
        int bits = type.known() ? type.bits() : 0;
        if (bits == 0 || !right.set().within(0, bits - 1)) {
            return Value.unknown(type);
        }
        Ints exact = left.as(type)
                .set()
                .each(
                        right.set(),
                        (x, y) -> type.wrap(op.equals("<<") ? x << y : type.unsigned64() ? x >>> y : x >> y));
        return exact == null ? Value.unknown(type) : Value.of(type, exact, because);
    }

    private static Truth compare(String op, Value left, Value right) {
        return switch (op) {
            case "==" -> equal(left, right);
            case "!=" -> equal(left, right).not();
            case "<" -> less(left, right);
            case ">" -> less(right, left);
            case "<=" -> less(right, left).not();
            default -> less(left, right).not();
        };
    }

    private record Pair(Ints left, Ints right) {}

    private static @Nullable Pair alike(Value left, Value right, boolean order) {
        CType type = CType.common(left.type(), right.type());
        if (!type.known()) {
            boolean small = left.set().within(0, SMALL) && right.set().within(0, SMALL);
            boolean pointers =
                    !order && (left.type().isPointer() || right.type().isPointer());
            return small || pointers ? new Pair(left.set(), right.set()) : null;
        }
        Ints a = left.as(type).set();
        Ints b = right.as(type).set();
        return order && type.unsigned64() ? new Pair(a.flipped(), b.flipped()) : new Pair(a, b);
    }

    private static Truth equal(Value left, Value right) {
        if (left.place() != null && left.place().equals(right.place())) {
            return Truth.TRUE;
        }
        Pair pair = alike(left, right, false);
        if (pair == null) {
            return Truth.UNKNOWN;
        }
        if (pair.left().and(pair.right()).isEmpty()) {
            return Truth.FALSE;
        }
        return pair.left().single().isPresent() && pair.left().equals(pair.right()) ? Truth.TRUE : Truth.UNKNOWN;
    }

    private static Truth less(Value left, Value right) {
        Pair pair = alike(left, right, true);
        if (pair == null || pair.left().isEmpty() || pair.right().isEmpty()) {
            return Truth.UNKNOWN;
        }
        if (pair.left().max() < pair.right().min()) {
            return Truth.TRUE;
        }
        return pair.left().min() >= pair.right().max() ? Truth.FALSE : Truth.UNKNOWN;
    }

    /// `!`, `~`, `-` and `+`.
    public static Value unary(char op, Value of) {
        if (op == '!') {
            Truth truth = of.truth().not();
            return Value.truth(truth, truth == Truth.UNKNOWN ? Set.of() : of.because());
        }
        CType type = of.type().promoted();
        if (!type.known() || type.isPointer()) {
            return Value.unknown(type);
        }
        Ints set = of.as(type).set();
        if (op == '+') {
            return Value.of(type, set, of.because());
        }
        if (set.isEmpty()) {
            return Value.of(type, set, of.because());
        }
        Ints exact = set.each(Ints.of(0), (x, y) -> type.wrap(op == '-' ? -x : ~x));
        if (exact != null) {
            return Value.of(type, exact, of.because());
        }
        boolean plain = type.signed() && set.min() > Long.MIN_VALUE;
        Ints wide = plain
                ? op == '-' ? Ints.range(-set.max(), -set.min()) : Ints.range(~set.max(), ~set.min())
                : type.everything();
        return Value.of(type, wide.and(type.everything()), of.because());
    }
}
