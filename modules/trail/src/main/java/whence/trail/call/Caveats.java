package whence.trail.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.branches.Exit;
import whence.branches.JudgedExit;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.Tok;
import whence.source.c.Kind;
import whence.trail.verdict.Descent;
import whence.trail.verdict.TreeJudge;

/// What a reader must know beside a verdict: what the guard of the exit depends on that nothing shows.
final class Caveats {
    private static final Pattern CALLED = Pattern.compile("\\b([a-z_]\\w*)\\s*\\(");

    private final TreeJudge judge;

    Caveats(TreeJudge judge) {
        this.judge = judge;
    }

    /// A sentence with a space before it; empty where there is nothing to say.
    String of(Descent.Result result) {
        return result.leaves().size() == 1 ? open(result.leaves().getFirst()) : "";
    }

    private String open(JudgedExit judged) {
        Exit.Guard guard = judged.exit().guard();
        if (guard == null) {
            return "";
        }
        List<String> depends = new ArrayList<>();
        Matcher called = CALLED.matcher(guard.text());
        while (called.find()) {
            String callee = called.group(1);
            judge.text(callee)
                    .map(Caveats::globals)
                    .filter(g -> !g.isEmpty())
                    .ifPresent(g -> depends.add(callee + "(), which depends on " + String.join(", ", g)));
        }
        return depends.isEmpty()
                ? ""
                : " Nothing captured shows what " + String.join(" and ", depends)
                        + ", gave; the other ways out are eliminated, which is why this one is left.";
    }

    /// Variables of the whole kernel that a function reads: lower-case names that are no parameter, member or
    /// callee.
    private static Set<String> globals(FunctionText function) {
        Set<String> globals = new TreeSet<>();
        List<Tok> body = function.body();
        for (int at = 0; at < body.size(); at++) {
            Tok tok = body.get(at);
            boolean name = tok.kind() == Kind.IDENTIFIER && tok.text().matches("[a-z_][a-z0-9_]*") && !word(tok.text());
            boolean parameter = function.parameters().stream().anyMatch(p -> tok.is(p.name()));
            boolean callee = at + 1 < body.size() && body.get(at + 1).is('(');
            boolean member =
                    at > 0 && (body.get(at - 1).is('.') || body.get(at - 1).kind() == Kind.ARROW);
            if (name && !parameter && !callee && !member) {
                globals.add(tok.text());
            }
        }
        return globals;
    }

    private static boolean word(String text) {
        return Set.of(
                        "return",
                        "if",
                        "else",
                        "switch",
                        "case",
                        "default",
                        "true",
                        "false",
                        "struct",
                        "enum",
                        "union",
                        "const",
                        "static",
                        "int",
                        "bool",
                        "unsigned",
                        "long",
                        "char",
                        "void",
                        "for",
                        "while",
                        "break",
                        "goto",
                        "sizeof")
                .contains(text);
    }
}
