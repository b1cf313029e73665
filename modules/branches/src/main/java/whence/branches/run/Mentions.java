package whence.branches.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.branches.Surroundings;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.MacroText;
import whence.branches.syntax.Tok;
import whence.source.c.Kind;

/// The names that code may call which the compiler can put into a function: the text of the function, and of every
/// function and macro it names whose definition the file sees. A function that is not static is inlined like any
/// other where its own file calls it.
///
/// @param pointers whether any of it calls through a pointer, and so may call what it does not name
record Mentions(Set<String> words, boolean pointers) {
    private static final int MOST_WORDS = 6000;

    /// Everything: the text was too long to follow.
    private static final Mentions ANYTHING = new Mentions(Set.of(), true);

    /// Which of the callees known to have run a call of these definitions may stand for.
    static long of(String name, List<FunctionText> definitions, Run run) {
        Callees callees = run.callees();
        long deep = callees.deep();
        if (callees.any() == deep || definitions.isEmpty()) {
            return deep;
        }
        Mentions mentions = run.frames.mentions(name, definitions);
        long bits = deep | (mentions.pointers ? callees.unnamed() : 0);
        for (String word : mentions.words) {
            bits |= callees.bit(word);
        }
        return bits;
    }

    /// What the definitions of a function may call.
    static Mentions of(List<FunctionText> definitions, Surroundings surroundings) {
        Set<String> words = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        boolean pointers = false;
        for (FunctionText definition : definitions) {
            pointers |= collect(definition, words, open);
        }
        return followed(words, open, pointers, surroundings);
    }

    /// Whether a function names a callee once, and nothing else that may be inlined into it names it.
    static boolean once(FunctionText function, String callee, Surroundings surroundings) {
        long places = function.body().stream().filter(tok -> tok.is(callee)).count();
        Set<String> named = new HashSet<>();
        collect(function.body(), named, new ArrayDeque<>());
        named.remove(callee);
        named.remove(function.name());
        Mentions others = followed(new HashSet<>(), new ArrayDeque<>(named), false, surroundings);
        return places == 1 && !others.equals(ANYTHING) && !others.words.contains(callee);
    }

    private static Mentions followed(
            Set<String> words, Deque<String> open, boolean pointers, Surroundings surroundings) {
        boolean any = pointers;
        while (!open.isEmpty()) {
            String name = open.remove();
            for (MacroText macro : surroundings.macros(name)) {
                any |= collect(macro.body(), words, open);
            }
            for (FunctionText function : surroundings.functions(name)) {
                any |= collect(function, words, open);
            }
            if (words.size() > MOST_WORDS) {
                return ANYTHING;
            }
        }
        return new Mentions(Set.copyOf(words), any);
    }

    private static boolean collect(FunctionText function, Set<String> words, Deque<String> open) {
        boolean handed = function.parameters().stream()
                .map(FunctionText.Parameter::name)
                .anyMatch(name -> !name.isEmpty() && called(function.body(), name));
        boolean named = collect(function.body(), words, open);
        return named || handed;
    }

    private static boolean collect(List<Tok> body, Set<String> words, Deque<String> open) {
        boolean pointers = false;
        for (int i = 0; i < body.size(); i++) {
            Tok tok = body.get(i);
            if (tok.kind() == Kind.IDENTIFIER && words.add(tok.text())) {
                open.add(tok.text());
            }
            pointers |= throughPointer(body, i);
        }
        return pointers;
    }

    /// `->open(`, `.open(` and `(*open)(`.
    private static boolean throughPointer(List<Tok> body, int at) {
        if (at < 1 || at + 1 >= body.size() || body.get(at).kind() != Kind.IDENTIFIER) {
            return false;
        }
        Tok before = body.get(at - 1);
        Tok behind = body.get(at + 1);
        boolean member = (before.text().equals("->") || before.is('.')) && behind.is('(');
        boolean star = before.is('*')
                && behind.is(')')
                && at >= 2
                && body.get(at - 2).is('(')
                && at + 2 < body.size()
                && body.get(at + 2).is('(');
        return member || star;
    }

    private static boolean called(List<Tok> body, String name) {
        for (int i = 0; i + 1 < body.size(); i++) {
            if (body.get(i).is(name) && body.get(i + 1).is('(')) {
                return true;
            }
        }
        return false;
    }
}
