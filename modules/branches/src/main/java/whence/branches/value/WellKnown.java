package whence.branches.value;

import org.jspecify.annotations.Nullable;
import whence.branches.syntax.Expr;

/// Constant macros of the kernel whose bodies need a compiler: their meaning, as documented beside their
/// definitions.
public final class WellKnown {
    private static final java.util.Set<String> NAMES = java.util.Set.of(
            "BIT",
            "BIT_ULL",
            "_AC",
            "__AC",
            "UL",
            "_UL",
            "ULL",
            "_ULL",
            "offsetof",
            "__builtin_offsetof",
            "offsetofend");

    private WellKnown() {}

    /// Whether a use of this name is a constant of its arguments.
    public static boolean isConstant(String name) {
        return NAMES.contains(name);
    }

    static @Nullable Value constant(Expr.Call call, Constants constants) {
        int count = call.arguments().size();
        return switch (call.name()) {
            case "BIT" -> count == 1 ? shifted(1, call, constants, CType.UNSIGNED_LONG) : null;
            case "BIT_ULL" -> count == 1 ? shifted(1, call, constants, CType.UNSIGNED_LONG) : null;
            case "_AC", "__AC" -> count == 2 ? pasted(call, constants) : null;
            case "UL", "_UL" ->
                count == 1 ? constants.value(call.arguments().getFirst()).as(CType.UNSIGNED_LONG) : null;
            case "ULL", "_ULL" ->
                count == 1 ? constants.value(call.arguments().getFirst()).as(CType.UNSIGNED_LONG) : null;
            case "offsetof", "__builtin_offsetof" -> count == 2 ? offset(call, constants) : null;
            case "offsetofend" -> count == 2 ? end(call, constants) : null;
            default -> null;
        };
    }

    private static Value end(Expr.Call call, Constants constants) {
        Layout.Field field = field(call, constants);
        java.util.OptionalLong size = field == null
                ? java.util.OptionalLong.empty()
                : constants.types().size(field.type());
        return field != null && size.isPresent()
                ? Value.of(CType.UNSIGNED_LONG, field.offset() + size.getAsLong())
                : Value.unknown(CType.UNSIGNED_LONG);
    }

    private static Value shifted(long one, Expr.Call call, Constants constants, CType type) {
        return Arithmetic.apply(
                "<<", Value.of(type, one), constants.value(call.arguments().getFirst()));
    }

    private static Value pasted(Expr.Call call, Constants constants) {
        Value value = constants.value(call.arguments().getFirst());
        boolean unsigned = call.arguments()
                .get(1)
                .text()
                .toLowerCase(java.util.Locale.ROOT)
                .contains("u");
        return value.as(unsigned ? CType.UNSIGNED_LONG : CType.LONG);
    }

    private static Value offset(Expr.Call call, Constants constants) {
        Layout.Field field = field(call, constants);
        return field == null ? Value.unknown(CType.UNSIGNED_LONG) : Value.of(CType.UNSIGNED_LONG, field.offset());
    }

    private static Layout.@Nullable Field field(Expr.Call call, Constants constants) {
        if (!(call.arguments().getFirst() instanceof Expr.TypeArgument it)
                || !(call.arguments().get(1) instanceof Expr.Name member)) {
            return null;
        }
        Layout layout = constants.types().layout(it.type().base());
        return layout == null ? null : layout.field(constants.types().member(member.text()));
    }
}
