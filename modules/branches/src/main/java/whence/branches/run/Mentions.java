package whence.branches.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.branches.Surroundings;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.MacroText;
import whence.branches.syntax.Tok;
import whence.source.c.Kind;

/// Which of the callees known to have run a call may stand for: the compiler inlines static functions, so what
/// those call is called by the function itself.
final class Mentions {
    private static final int DEEPEST = 4;
    private final Surroundings surroundings;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    private Mentions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static long of(List<FunctionText> definitions, Run run) {
        long deep = run.callees().deep();
        if (run.callees().any() == deep) {
            return deep;
        }
        Mentions mentions = new Mentions(run.frame.surroundings);
        for (FunctionText definition : definitions) {
            if (definition.isStatic() || definition.isInline()) {
                mentions.collect(definition.body(), 0);
            }
        }
        long bits = deep;
        for (String word : mentions.words) {
            bits |= run.callees().bit(word);
        }
        return bits;
    }

    private void collect(List<Tok> body, int depth) {
        for (Tok tok : body) {
            if (tok.kind() == Kind.IDENTIFIER && words.add(tok.text()) && depth < DEEPEST) {
                follow(tok.text(), depth + 1);
            }
        }
    }

    private void follow(String name, int depth) {
        if (!seen.add(name)) {
            return;
        }
        for (MacroText macro : surroundings.macros(name)) {
            collect(macro.body(), depth);
        }
        for (FunctionText function : surroundings.functions(name)) {
            if (function.isStatic() || function.isInline()) {
                collect(function.body(), depth);
            }
        }
    }
}
