package whence.branches.run;

import java.util.Set;
import whence.branches.Evidence;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Exprs;
import whence.branches.value.Arithmetic;
import whence.branches.value.CType;
import whence.branches.value.Premise;
import whence.branches.value.Truth;
import whence.branches.value.Value;

/// Tests of the kernel's configuration. Without one every test is unknown, never false.
final class Configured {
    private Configured() {}

    /// `IS_ENABLED(CONFIG_X)` and its kin.
    static Value test(String test, String option, Evidence evidence) {
        Premise premise = evidence.configured();
        if (premise == null || !option.startsWith("CONFIG_")) {
            return Value.unknown(CType.BOOL).as(CType.INT);
        }
        String value = evidence.configuration().getOrDefault(option, "n");
        boolean set = switch (test) {
            case "IS_BUILTIN" -> value.equals("y");
            case "IS_MODULE" -> value.equals("m");
            default -> value.equals("y") || value.equals("m");
        };
        boolean unsure = test.equals("IS_REACHABLE") && value.equals("m");
        return Value.truth(unsure ? Truth.UNKNOWN : Truth.of(set), Set.of(premise));
    }

    /// What a preprocessor branch asks for.
    static Value condition(String text, Run run) {
        return eval(Exprs.parse(text), run);
    }

    private static Value eval(Expr of, Run run) {
        return switch (of) {
            case Expr.Call it
            when it.name().equals("defined") && it.arguments().size() == 1 ->
                defined(it.arguments().getFirst().text(), run);
            case Expr.Call it
            when it.arguments().size() == 1 && it.name().startsWith("IS_") ->
                test(it.name(), it.arguments().getFirst().text(), run.evidence());
            case Expr.Unary it when it.op() == '!' -> Arithmetic.unary('!', eval(it.of(), run));
            case Expr.Logical it -> logical(it, eval(it.left(), run), eval(it.right(), run));
            case Expr.Num it -> run.constants(it);
            case Expr.Binary it
            when !it.op().equals(",") -> Arithmetic.apply(it.op(), eval(it.left(), run), eval(it.right(), run));
            case Expr.Name it when it.text().startsWith("CONFIG_") -> Value.unknown(CType.LONG);
            default -> Value.unknown(CType.LONG);
        };
    }

    private static Value logical(Expr.Logical it, Value left, Value right) {
        Truth decides = Truth.of(!it.and());
        if (left.truth() == decides) {
            return left;
        }
        if (right.truth() == decides) {
            return right;
        }
        boolean known = left.truth() != Truth.UNKNOWN && right.truth() != Truth.UNKNOWN;
        return known
                ? Value.truth(Truth.of(it.and()), Value.union(left.because(), right.because()))
                : Value.unknown(CType.INT);
    }

    /// `CONFIG_X_MODULE` is defined for a module, `CONFIG_X` for what is built in or has a value.
    private static Value defined(String name, Run run) {
        Premise premise = run.evidence().configured();
        if (premise == null || !name.startsWith("CONFIG_")) {
            return Value.unknown(CType.INT);
        }
        String plain = name.endsWith("_MODULE") ? name.substring(0, name.length() - 7) : name;
        String value = run.evidence().configuration().getOrDefault(plain, "n");
        boolean module = name.endsWith("_MODULE");
        return Value.truth(
                Truth.of(module ? value.equals("m") : !value.equals("n") && !value.equals("m")), Set.of(premise));
    }
}
