package whence.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.source.c.Directive;
import whence.source.c.Kind;
import whence.source.c.Tokens;

/// Reads the `#define` lines of one file, when somebody asks.
final class Macros {
    private final SourceFile file;

    Macros(SourceFile file) {
        this.file = file;
    }

    /// All definitions of a name in the file, in all branches.
    List<Macro> named(String name) {
        List<Macro> found = new ArrayList<>();
        Tokens tokens = file.tokens();
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.kind(i) == Kind.DIRECTIVE && tokens.directive(i) == Directive.DEFINE) {
                Tokens body = tokens.directiveBody(i);
                if (body.is(0, name)) {
                    found.add(macro(name, i, body));
                }
            }
        }
        return found;
    }

    private Macro macro(String name, int directive, Tokens body) {
        int line = file.lines().line(file.tokens().start(directive));
        boolean function = body.kind(1) == '(' && body.start(1) == body.end(0);
        int from = 1;
        List<String> parameters = new ArrayList<>();
        if (function) {
            for (from = 2; from < body.count() && body.kind(from) != ')'; from++) {
                if (body.kind(from) == Kind.ELLIPSIS && body.kind(from - 1) == Kind.IDENTIFIER) {
                    parameters.set(parameters.size() - 1, parameters.getLast() + "...");
                } else if (body.kind(from) != ',') {
                    parameters.add(body.text(from));
                }
            }
            from++;
        }
        return new Macro(
                name, file.path(), line, function ? List.copyOf(parameters) : null, body.raw(from, body.count()));
    }

    /// What one-word macros defined before a line, counted from 0 in the text, call things.
    Map<String, String> renamesBefore(int offset) {
        Map<String, String> renames = new HashMap<>();
        Tokens tokens = file.tokens();
        for (int i = 0; i < tokens.count() && tokens.start(i) < offset; i++) {
            Directive directive = tokens.directive(i);
            if (directive != Directive.DEFINE && directive != Directive.UNDEF) {
                continue;
            }
            Tokens body = tokens.directiveBody(i);
            String renamed = word(body, directive);
            if (renamed != null) {
                renames.put(body.text(0), renamed);
            } else if (body.count() > 0) {
                renames.remove(body.text(0));
            }
        }
        return renames;
    }

    private static @Nullable String word(Tokens body, Directive directive) {
        boolean word = body.count() == 2 && body.kind(0) == Kind.IDENTIFIER && body.kind(1) == Kind.IDENTIFIER;
        return directive == Directive.DEFINE && word ? body.text(1) : null;
    }

    /// The `#include` directives that include a path, as tokens.
    List<Integer> including(String included) {
        List<Integer> found = new ArrayList<>();
        Tokens tokens = file.tokens();
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.directive(i) == Directive.INCLUDE) {
                String text = tokens.directiveBody(i).raw(0, 1);
                if (text.equals("\"" + included + "\"")) {
                    found.add(i);
                }
            }
        }
        return found;
    }
}
