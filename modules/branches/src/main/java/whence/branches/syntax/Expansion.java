package whence.branches.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.source.c.Kind;

/// One macro used once: its body with the arguments in place, on the line of the use. Macros in the result stay as
/// they are until someone looks at them.
public final class Expansion {
    private static final int LONGEST = 20_000;

    private Expansion() {}

    /// Null where the arguments do not fit the macro, or the result would be huge.
    public static @Nullable List<Tok> of(MacroText macro, List<List<Tok>> arguments, int line) {
        Map<String, List<Tok>> bound = macro.parameters() == null ? Map.of() : bind(macro.parameters(), arguments);
        if (bound == null) {
            return null;
        }
        List<Tok> out = new ArrayList<>();
        List<Tok> body = macro.body();
        for (int i = 0; i < body.size() && out.size() < LONGEST; i++) {
            Tok tok = body.get(i);
            if (tok.kind() == Kind.PASTE && !out.isEmpty() && i + 1 < body.size()) {
                paste(out, replaced(body.get(++i), bound), line);
            } else if (tok.is('#')
                    && i + 1 < body.size()
                    && bound.containsKey(body.get(i + 1).text())) {
                String quoted = Spelling.of(bound.getOrDefault(body.get(++i).text(), List.of()));
                out.add(new Tok(Kind.STRING, "\"" + quoted.replace("\"", "'") + "\"", line));
            } else {
                replaced(tok, bound).forEach(each -> out.add(each.onLine(line)));
            }
        }
        return out.size() >= LONGEST ? null : out;
    }

    private static List<Tok> replaced(Tok tok, Map<String, List<Tok>> bound) {
        return tok.kind() == Kind.IDENTIFIER ? bound.getOrDefault(tok.text(), List.of(tok)) : List.of(tok);
    }

    private static void paste(List<Tok> out, List<Tok> right, int line) {
        if (right.isEmpty()) {
            return;
        }
        Tok left = out.removeLast();
        if (left.is(',')) { // `, ##args` with arguments: the comma stays
            out.add(left);
            right.forEach(tok -> out.add(tok.onLine(line)));
            return;
        }
        Tok first = right.getFirst();
        out.add(new Tok(left.kind(), left.text() + first.text(), line));
        right.subList(1, right.size()).forEach(tok -> out.add(tok.onLine(line)));
    }

    private static @Nullable Map<String, List<Tok>> bind(List<String> parameters, List<List<Tok>> arguments) {
        Map<String, List<Tok>> bound = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            if (parameter.endsWith("...")) {
                String name = parameter.equals("...") ? "__VA_ARGS__" : parameter.substring(0, parameter.length() - 3);
                bound.put(name, rest(arguments, i));
                return bound;
            }
            if (i >= arguments.size() && !(arguments.isEmpty() && parameters.size() == 1)) {
                return null;
            }
            bound.put(parameter, i < arguments.size() ? arguments.get(i) : List.of());
        }
        return arguments.size() > parameters.size() ? null : bound;
    }

    private static List<Tok> rest(List<List<Tok>> arguments, int from) {
        List<Tok> rest = new ArrayList<>();
        for (int i = from; i < arguments.size(); i++) {
            if (i > from) {
                rest.add(new Tok(',', ",", 0));
            }
            rest.addAll(arguments.get(i));
        }
        return rest;
    }
}
