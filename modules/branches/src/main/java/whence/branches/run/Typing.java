package whence.branches.run;

import java.util.List;
import whence.branches.frame.Frame;
import whence.branches.syntax.Expr;
import whence.branches.syntax.FunctionText;
import whence.branches.value.CType;

/// The type of an expression that is not evaluated.
final class Typing {
    private Typing() {}

    static CType of(Expr expression, Evaluator evaluator) {
        Frame frame = evaluator.frame;
        return switch (expression) {
            case Expr.Num it -> evaluator.run.constants(it).type();
            case Expr.Name it ->
                frame.local(it.text())
                        ? frame.typeOf(it)
                        : evaluator.run.constants(it).type();
            case Expr.Cast it -> frame.types.of(it.type());
            case Expr.SizeOf it -> CType.UNSIGNED_LONG;
            case Expr.Logical it -> CType.INT;
            case Expr.Assign it -> frame.typeOf(it.to());
            case Expr.Step it -> frame.typeOf(it.of());
            case Expr.Member it -> frame.typeOf(it);
            case Expr.Index it -> frame.typeOf(it);
            case Expr.Unary it -> unary(it, evaluator);
            case Expr.Binary it -> binary(it, evaluator);
            case Expr.Cond it ->
                CType.common(of(it.yes() == null ? it.condition() : it.yes(), evaluator), of(it.no(), evaluator));
            case Expr.Call it -> called(it, evaluator);
            case Expr.Str it -> CType.POINTER;
            case Expr.Statements it -> CType.UNKNOWN;
            case Expr.Braces it -> CType.UNKNOWN;
            case Expr.TypeArgument it -> CType.UNKNOWN;
            case Expr.StatementArgument it -> CType.UNKNOWN;
            case Expr.Opaque it -> CType.UNKNOWN;
        };
    }

    private static CType unary(Expr.Unary it, Evaluator evaluator) {
        return switch (it.op()) {
            case '!' -> CType.INT;
            case '&' -> CType.POINTER;
            case '*' -> evaluator.frame.typeOf(it);
            default -> of(it.of(), evaluator).promoted();
        };
    }

    private static CType binary(Expr.Binary it, Evaluator evaluator) {
        return switch (it.op()) {
            case "==", "!=", "<", ">", "<=", ">=" -> CType.INT;
            case "<<", ">>" -> of(it.left(), evaluator).promoted();
            case "," -> of(it.right(), evaluator);
            default -> CType.common(of(it.left(), evaluator), of(it.right(), evaluator));
        };
    }

    private static CType called(Expr.Call it, Evaluator evaluator) {
        List<FunctionText> found = evaluator.frame.surroundings.functions(it.name());
        boolean plain = found.size() == 1
                && evaluator.frame.surroundings.macros(it.name()).isEmpty();
        return plain ? evaluator.frame.types.of(found.getFirst().returns()) : CType.UNKNOWN;
    }
}
