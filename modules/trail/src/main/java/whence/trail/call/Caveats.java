package whence.trail.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whence.branches.Exit;
import whence.branches.JudgedExit;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.Tok;
import whence.source.c.Kind;
import whence.timeline.Errno;
import whence.traces.strace.Argument;
import whence.traces.strace.Call;
import whence.traces.strace.Value;
import whence.trail.knowledge.Fact;
import whence.trail.knowledge.Rule;
import whence.trail.knowledge.Rules;
import whence.trail.link.SystemCall;
import whence.trail.read.Ground;
import whence.trail.verdict.Descent;
import whence.trail.verdict.TreeJudge;

/// What a reader must know beside a verdict: what the guard of the exit depends on that nothing shows, and what is
/// known of such failures, each with what would refute it.
final class Caveats {
    private static final Pattern CALLED = Pattern.compile("\\b([a-z_]\\w*)\\s*\\(");

    private final Ground ground;
    private final TreeJudge judge;
    private final Failure failure;

    Caveats(Ground ground, TreeJudge judge, Failure failure) {
        this.ground = ground;
        this.judge = judge;
        this.failure = failure;
    }

    /// Sentences, each with a space before it; empty where there is nothing to say.
    String of(Descent.Result result) {
        String open = result.leaves().size() == 1 ? open(result.leaves().getFirst()) : "";
        return open + known();
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

    private String known() {
        List<Rule.Conclusion> rules = Rules.shipped().apply(facts());
        return rules.stream()
                .map(r -> " Known of such failures: " + r.text() + " It would be refuted if "
                        + r.rule().refutedBy() + ".")
                .collect(Collectors.joining());
    }

    private List<Fact> facts() {
        SystemCall call = failure.call();
        List<Fact> facts = new ArrayList<>();
        String errno = call == null ? null : Errno.name(call.errno());
        if (call == null || errno == null) {
            return facts;
        }
        facts.add(Fact.observed("call", call.name(), call.spans().getFirst()));
        facts.add(Fact.observed("errno", errno, call.spans().getFirst()));
        facts.addAll(ground.surroundings().around(call));
        ground.calls().decoded(call).ifPresent(c -> arguments(c, call, facts));
        return facts;
    }

    private static void arguments(Call decoded, SystemCall call, List<Fact> facts) {
        for (Argument argument : decoded.arguments()) {
            if (argument.value().bare() instanceof Value.Struct struct) {
                struct.members()
                        .forEach(m -> facts.add(Fact.observed(
                                "arg." + m.name(),
                                m.value().bare().print(),
                                call.spans().getFirst())));
            }
        }
    }
}
