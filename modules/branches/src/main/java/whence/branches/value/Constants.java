package whence.branches.value;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Surroundings;
import whence.branches.syntax.Expansion;
import whence.branches.syntax.Expr;
import whence.branches.syntax.MacroText;
import whence.branches.syntax.Preprocessed;
import whence.branches.syntax.Tok;
import whence.evidence.Errno;

/// Values of expressions that need no state: macros, enumerators, errno names, sizes.
public final class Constants {
    private static final int DEEPEST = 24;
    private final Types types;
    private final Surroundings surroundings;
    private int depth;

    public Constants(Types types, Surroundings surroundings) {
        this.types = types;
        this.surroundings = surroundings;
    }

    /// The value; unknown where it depends on more than constants.
    public Value value(Expr of) {
        if (++depth > DEEPEST) {
            depth--;
            return Value.unknown(CType.UNKNOWN);
        }
        try {
            return read(of);
        } finally {
            depth--;
        }
    }

    private Value read(Expr of) {
        return switch (of) {
            case Expr.Num it -> number(it);
            case Expr.Name it -> name(it.text());
            case Expr.Unary it when it.op() != '*' && it.op() != '&' -> Arithmetic.unary(it.op(), value(it.of()));
            case Expr.Binary it
            when !it.op().equals(",") -> Arithmetic.apply(it.op(), value(it.left()), value(it.right()));
            case Expr.Logical it -> logical(it);
            case Expr.Cond it
            when it.yes() != null -> choose(value(it.condition()).truth(), it);
            case Expr.Cast it -> value(it.of()).as(types.of(it.type()));
            case Expr.SizeOf it -> it.type() == null ? Value.unknown(CType.UNSIGNED_LONG) : size(it);
            case Expr.Call it -> call(it);
            default -> Value.unknown(CType.UNKNOWN);
        };
    }

    private Value choose(Truth truth, Expr.Cond it) {
        Value yes = it.yes() == null ? Value.unknown(CType.UNKNOWN) : value(it.yes());
        return switch (truth) {
            case TRUE -> yes;
            case FALSE -> value(it.no());
            case UNKNOWN -> yes.or(value(it.no()));
        };
    }

    private Value logical(Expr.Logical it) {
        Truth left = value(it.left()).truth();
        if (left == Truth.of(!it.and())) {
            return Value.truth(left, Set.of());
        }
        Truth right = value(it.right()).truth();
        boolean decided = left == Truth.of(it.and()) || right == Truth.of(!it.and());
        return Value.truth(decided ? right : Truth.UNKNOWN, Set.of());
    }

    private Value size(Expr.SizeOf it) {
        OptionalLong size = it.type() == null ? OptionalLong.empty() : types.size(it.type());
        return size.isPresent() ? Value.of(CType.UNSIGNED_LONG, size.getAsLong()) : Value.unknown(CType.UNSIGNED_LONG);
    }

    /// A literal's type: the first that holds it.
    static Value number(Expr.Num it) {
        boolean unsigned = it.suffix().contains("u");
        boolean wide = it.suffix().contains("l");
        boolean fits31 = it.value() >= 0 && it.value() <= Integer.MAX_VALUE;
        boolean fits32 = it.value() >= 0 && it.value() <= 0xffffffffL;
        if (!wide && !unsigned && fits31) {
            return Value.of(CType.INT, it.value());
        }
        if (!wide && fits32 && (unsigned || !it.decimal())) {
            return Value.of(CType.integer(32, false), it.value());
        }
        boolean signed = !unsigned && it.value() >= 0;
        return Value.of(signed ? CType.LONG : CType.UNSIGNED_LONG, it.value());
    }

    private Value name(String name) {
        return switch (name) {
            case "true" -> Value.of(CType.INT, 1);
            case "false" -> Value.of(CType.INT, 0);
            case "NULL" -> Value.of(new CType(CType.Sort.POINTER, 64, false, VOID_POINTER), 0);
            default -> named(name);
        };
    }

    private static final whence.branches.syntax.TypeName VOID_POINTER =
            new whence.branches.syntax.TypeName("void", 1, List.of());

    private Value named(String name) {
        List<MacroText> macros = surroundings.macros(name);
        Value agreed = null;
        for (MacroText macro : macros) {
            Expr body = macro.functionLike() ? null : Preprocessed.expression(macro.body());
            if (body == null
                    || macro.body().stream()
                            .anyMatch(tok -> tok.is(name) && macro.body().size() > 1)) {
                return Value.unknown(CType.UNKNOWN);
            }
            if (body.text().equals(name)) { // `#define X X` beside an enumerator
                continue;
            }
            Value one = value(body);
            if (agreed != null && !agreed.equals(one)) {
                if (Errno.anywhere(name).isEmpty()) {
                    return Value.unknown(CType.UNKNOWN);
                }
                one = agreed.or(one); // Alpha takes EAGAIN back that the generic header defined
            }
            agreed = one;
        }
        OptionalLong enumerator = surroundings.enumerator(name);
        if (agreed != null && onlyGeneric(name, agreed)) {
            return error(name);
        }
        if (agreed != null) {
            boolean either = surroundings.perhapsNoMacro(name)
                    || (enumerator.isPresent() && !agreed.set().contains(enumerator.getAsLong()));
            return either ? Value.unknown(CType.UNKNOWN) : agreed;
        }
        if (enumerator.isPresent()) {
            long value = enumerator.getAsLong();
            return Value.of(value == (int) value ? CType.INT : CType.LONG, value);
        }
        return error(name);
    }

    /// Whether headers give a name the number that most architectures do, and nobody says that the machine is of these.
    private boolean onlyGeneric(String name, Value value) {
        return surroundings.errors().isEmpty()
                && value.set().equals(Ints.of(Errno.GENERIC.number(name)))
                && Errno.anywhere(name).size() > 1;
    }

    /// The number of an error, every one that it can have where the architecture is not known.
    private Value error(String name) {
        Ints numbers = ErrorNames.numbers(name, surroundings.errors());
        return numbers.isEmpty() ? Value.unknown(CType.UNKNOWN) : Value.of(CType.INT, numbers, Set.of());
    }

    private Value call(Expr.Call it) {
        Value known = WellKnown.constant(it, this);
        if (known != null) {
            return known;
        }
        List<MacroText> macros = surroundings.macros(it.name());
        if (macros.size() != 1 || surroundings.perhapsNoMacro(it.name())) {
            return Value.unknown(CType.UNKNOWN);
        }
        @Nullable List<Tok> tokens = Expansion.of(macros.getFirst(), it.raw(), it.line());
        Expr body = tokens == null ? null : Preprocessed.expression(tokens);
        return body == null ? Value.unknown(CType.UNKNOWN) : value(body);
    }

    Types types() {
        return types;
    }
}
