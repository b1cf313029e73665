package whence.branches.run;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.frame.Frame;
import whence.branches.frame.State;
import whence.branches.syntax.Expr;
import whence.branches.value.Arithmetic;
import whence.branches.value.CType;
import whence.branches.value.Ints;
import whence.branches.value.KnownBytes;
import whence.branches.value.Truth;
import whence.branches.value.Value;
import whence.branches.value.WellKnown;

/// Names whose meaning every kernel shares and no way through a function changes: how errors travel in pointers,
/// hints to the compiler, configuration tests, scans of bytes.
final class Builtins {
    private static final Ints ERRORS = Ints.range(-4095, -1);
    /// Functions of the C library that the kernel shares: they write nothing.
    private static final Set<String> READERS = Set.of(
            "memchr_inv",
            "memchr",
            "memcmp",
            "memcmp_nta",
            "strcmp",
            "strncmp",
            "strcasecmp",
            "strncasecmp",
            "strlen",
            "strnlen",
            "strchr",
            "strrchr",
            "strnchr",
            "strstr",
            "strnstr",
            "ARRAY_SIZE",
            "sizeof_field",
            "FIELD_SIZEOF",
            "bcmp",
            "strspn",
            "strcspn",
            "strpbrk",
            "hweight32",
            "hweight64",
            "ilog2",
            "fls",
            "ffs",
            "__fls",
            "__ffs",
            "memscan",
            "is_power_of_2");

    private final Evaluator evaluator;

    Builtins(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /// Whether a function of this name leaves memory alone.
    static boolean onlyReads(String name) {
        return READERS.contains(name);
    }

    @Nullable
    Value call(Expr.Call it) {
        if (WellKnown.isConstant(it.name())) {
            return evaluator.run.constants(it);
        }
        return switch (it.arguments().size()) {
            case 1 -> one(it, it.arguments().getFirst());
            case 2 -> two(it);
            case 3 -> three(it);
            case 4 -> it.name().equals("copy_struct_from_user") ? copyStruct(it) : null;
            default -> null;
        };
    }

    private @Nullable Value one(Expr.Call it, Expr argument) {
        return switch (it.name()) {
            case "likely", "unlikely", "READ_ONCE", "__builtin_constant_p_or", "data_race" -> evaluator.eval(argument);
            case "WARN_ON", "WARN_ON_ONCE", "VM_WARN_ON", "VM_WARN_ON_ONCE" -> warned(evaluator.eval(argument));
            case "IS_ERR", "IS_ERR_VALUE" -> isError(argument);
            case "IS_ERR_OR_NULL" -> errorOrNull(argument);
            case "ERR_PTR" -> errorPointer(argument);
            case "ERR_CAST" -> evaluator.eval(argument).as(CType.POINTER);
            case "PTR_ERR" -> number(evaluator.eval(argument));
            case "PTR_ERR_OR_ZERO" -> errorOrZero(argument);
            case "IS_ENABLED", "IS_BUILTIN", "IS_MODULE", "IS_REACHABLE" ->
                evaluator.run.configured(it.name(), argument.text());
            default -> null;
        };
    }

    private static Value warned(Value value) {
        return Value.truth(value.truth(), value.because());
    }

    private static Value number(Value pointer) {
        return Value.of(CType.LONG, pointer.set(), pointer.because());
    }

    private Value errorPointer(Expr argument) {
        Value value = evaluator.eval(argument);
        Value wide = value.type().known() ? value.as(CType.LONG) : value;
        return Value.of(CType.POINTER, wide.set(), value.because());
    }

    /// A pointer, or a number that only now becomes one: it is widened first.
    private Value pointer(Expr argument) {
        Value value = evaluator.eval(argument);
        return value.type().known() && !value.type().isPointer() ? value.as(CType.LONG) : value;
    }

    private Value isError(Expr argument) {
        Value value = pointer(argument);
        return decided(value, inside(value.set(), ERRORS));
    }

    private Value errorOrNull(Expr argument) {
        Value value = pointer(argument);
        return decided(value, inside(value.set(), ERRORS.or(Ints.of(0))));
    }

    private static Value decided(Value value, Truth truth) {
        return Value.truth(truth, truth == Truth.UNKNOWN ? Set.of() : value.because());
    }

    private static Truth inside(Ints set, Ints wanted) {
        if (set.isEmpty()) {
            return Truth.UNKNOWN;
        }
        return set.and(wanted).isEmpty() ? Truth.FALSE : set.within(wanted) ? Truth.TRUE : Truth.UNKNOWN;
    }

    private Value errorOrZero(Expr argument) {
        Value value = pointer(argument);
        Ints errors = value.set().and(ERRORS);
        boolean always = value.set().within(ERRORS);
        return Value.of(CType.INT, always ? errors : errors.or(Ints.of(0)), value.because());
    }

    private @Nullable Value two(Expr.Call it) {
        return switch (it.name()) {
            case "check_zeroed_user" -> zeroed(it);
            case "__builtin_expect" -> {
                Value value = evaluator.eval(it.arguments().getFirst());
                evaluator.eval(it.arguments().get(1));
                yield value;
            }
            case "min", "max" -> extreme(it, null, 0);
            case "WARN", "WARN_ONCE" -> warned(evaluator.eval(it.arguments().getFirst()));
            default -> null;
        };
    }

    private @Nullable Value three(Expr.Call it) {
        return switch (it.name()) {
            case "memchr_inv" -> scanned(it);
            case "min_t", "max_t" ->
                it.arguments().getFirst() instanceof Expr.TypeArgument type
                        ? extreme(it, evaluator.frame.types.of(type.type()), 1)
                        : it.arguments().getFirst() instanceof Expr.Name name
                                ? extreme(
                                        it,
                                        evaluator.frame.types.of(new whence.branches.syntax.TypeName(
                                                name.text(), 0, java.util.List.of())),
                                        1)
                                : null;
            default -> null;
        };
    }

    private @Nullable Value extreme(Expr.Call it, @Nullable CType type, int from) {
        Value a = evaluator.eval(it.arguments().get(from));
        Value b = evaluator.eval(it.arguments().get(from + 1));
        if (type != null) {
            a = a.as(type);
            b = b.as(type);
        }
        Value compared = Arithmetic.apply("<", a, b);
        boolean smaller = it.name().startsWith("min");
        return switch (compared.truth()) {
            case TRUE -> (smaller ? a : b).and(compared.because());
            case FALSE -> (smaller ? b : a).and(compared.because());
            case UNKNOWN ->
                type == null ? a.or(b) : Value.of(type, a.set().or(b.set()), Value.union(a.because(), b.because()));
        };
    }

    /// `memchr_inv(start, c, n)`: NULL where all `n` bytes are `c`.
    private Value scanned(Expr.Call it) {
        Value start = evaluator.eval(it.arguments().getFirst());
        Value wanted = evaluator.eval(it.arguments().get(1));
        Value count = evaluator.eval(it.arguments().get(2));
        Truth all = all(start, wanted, count);
        Set<whence.branches.value.Premise> because = Value.union(count.because(), because(start));
        return switch (all) {
            case TRUE ->
                Value.of(CType.POINTER, Ints.of(0), count.set().equals(Ints.of(0)) ? count.because() : because);
            case FALSE -> Value.of(CType.POINTER, Ints.ALL.without(0), because);
            case UNKNOWN -> Value.unknown(CType.POINTER);
        };
    }

    private Set<whence.branches.value.Premise> because(Value start) {
        State now = evaluator.state;
        whence.branches.Evidence.Memory memory = now == null || start.place() == null
                ? null
                : now.memories().get(start.place().object());
        return memory == null ? Set.of() : Set.of(memory.premise());
    }

    private Truth all(Value start, Value wanted, Value count) {
        if (count.set().equals(Ints.of(0))) {
            return Truth.TRUE;
        }
        if (start.place() == null
                || count.set().single().isEmpty()
                || wanted.set().single().isEmpty()) {
            return Truth.UNKNOWN;
        }
        KnownBytes bytes = evaluator.lvalues().bytesAt(start.place());
        return bytes.all(0, count.set().max(), (int) wanted.set().max());
    }

    /// 1 where all bytes at a user address are zero, 0 where one is not; it may always fault.
    private Value zeroed(Expr.Call it) {
        Value start = evaluator.eval(it.arguments().getFirst());
        Value count = evaluator.eval(it.arguments().get(1));
        Truth all = all(start, Value.of(CType.INT, 0), count);
        Ints set = switch (all) {
            case TRUE -> Ints.of(1, -14);
            case FALSE -> Ints.of(0, -14);
            case UNKNOWN -> Ints.of(0, 1, -14);
        };
        return Value.of(CType.INT, set, all == Truth.UNKNOWN ? Set.of() : Value.union(count.because(), because(start)));
    }

    /// `copy_struct_from_user(to, size, from, given)`: -E2BIG where bytes behind `size` are not zero.
    private Value copyStruct(Expr.Call it) {
        evaluator.eval(it.arguments().getFirst());
        Value size = evaluator.eval(it.arguments().get(1));
        Value from = evaluator.eval(it.arguments().get(2));
        Value given = evaluator.eval(it.arguments().get(3));
        evaluator.writes().memory(Frame.root(it.arguments().getFirst()));
        if (size.set().single().isEmpty() || given.set().single().isEmpty()) {
            return Value.of(CType.INT, Ints.of(0, -7, -14), Set.of());
        }
        long known = size.set().max();
        long asked = given.set().max();
        Truth fits = asked <= known
                ? Truth.TRUE
                : from.place() == null
                        ? Truth.UNKNOWN
                        : evaluator.lvalues().bytesAt(from.place()).all(known, asked, 0);
        Ints set = switch (fits) {
            case TRUE -> Ints.of(0, -14);
            case FALSE -> Ints.of(-7, -14);
            case UNKNOWN -> Ints.of(0, -7, -14);
        };
        Set<whence.branches.value.Premise> because = Value.union(given.because(), because(from));
        return Value.of(CType.INT, set, fits == Truth.UNKNOWN ? Set.of() : because);
    }
}
