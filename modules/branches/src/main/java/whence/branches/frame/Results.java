package whence.branches.frame;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.syntax.Expr;

/// How a result is passed on: `ERR_PTR(x)` and its kin carry a value, they do not make one.
public final class Results {
    private static final Set<String> CARRIERS = Set.of(
            "ERR_PTR",
            "PTR_ERR",
            "ERR_CAST",
            "PTR_ERR_OR_ZERO",
            "ERR_OR_NULL",
            "cpu_to_le32",
            "likely",
            "unlikely",
            "no_free_ptr",
            "return_ptr",
            "READ_ONCE");

    private Results() {}

    /// The expression inside casts, brackets and carriers.
    public static Expr bare(Expr of) {
        return switch (of) {
            case Expr.Cast it -> bare(it.of());
            case Expr.Call it when carries(it) -> bare(it.arguments().getFirst());
            case Expr.Unary it when it.op() == '+' -> bare(it.of());
            default -> of;
        };
    }

    /// `-EWHATEVER`, also of a source that comes without its headers.
    public static boolean errno(Expr of) {
        if (!(of instanceof Expr.Unary it) || it.op() != '-') {
            return false;
        }
        return switch (it.of()) {
            case Expr.Name name -> name.text().matches("E[A-Z0-9]{2,}");
            case Expr.Num number -> number.value() > 0 && number.value() < 4096;
            default -> false;
        };
    }

    public static boolean carries(Expr.Call call) {
        return CARRIERS.contains(call.name()) && call.arguments().size() == 1;
    }

    /// The variable whose value an expression passes on; null where it makes a value of its own.
    public static @Nullable String carried(Expr of) {
        Expr bare = bare(of);
        if (bare instanceof Expr.Unary it && it.op() == '-') {
            bare = bare(it.of());
        }
        return bare instanceof Expr.Name name ? name.text() : null;
    }
}
