package whence.source.logs.printer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.c.Kind;
import whence.source.c.Lexer;
import whence.source.c.Tokens;
import whence.source.logs.format.Levels;

/// A macro as far as formats may pass through it: its parameters, and the calls in its body.
///
/// @param parameters names of its parameters; the variable ones last, as `__VA_ARGS__` or by their name
/// @param variadic whether the last parameter stands for any number of arguments
/// @param body all tokens of the body
/// @param bodyFrom first token of the body in [#body]
public record MacroShape(List<String> parameters, boolean variadic, Tokens body, int bodyFrom, List<Call> calls) {
    private static final int NONE = -1;
    /// C's own limit; a macro with more prints nothing.
    private static final int MOST_PARAMETERS = 127;

    /// A call in the body. `callee` is its name; `parameter` says which parameter that is, or -1.
    record Call(String callee, int parameter, List<Argument> arguments) {}

    /// An argument of such a call, tokens `[from, to)`.
    ///
    /// @param parameter the last parameter that stands in it, or -1: before a format there may be a level
    /// @param word the argument itself where it is one word
    /// @param textual whether nothing but words, strings and brackets stand in it, so that it can be a format
    record Argument(
            int from, int to, int parameter, @Nullable String word, boolean textual) {}

    /// Reads what stands behind a macro's name: parameters, if any, and body.
    public static MacroShape of(byte[] text) {
        Tokens tokens = Lexer.line(text, 0, text.length);
        List<String> parameters = new ArrayList<>();
        boolean variadic = false;
        int at = 0;
        if (tokens.kind(0) == '(' && tokens.start(0) == 0) {
            for (at = 1; at < tokens.count() && tokens.kind(at) != ')'; at++) {
                if (tokens.kind(at) == Kind.IDENTIFIER) {
                    parameters.add(tokens.text(at));
                } else if (tokens.kind(at) == Kind.ELLIPSIS) {
                    variadic = true;
                    if (tokens.kind(at - 1) != Kind.IDENTIFIER) {
                        parameters.add("__VA_ARGS__");
                    }
                }
            }
            at++;
        }
        return new MacroShape(
                parameters,
                variadic,
                tokens,
                at,
                new Calls(tokens, parameters).in(parameters.size() > MOST_PARAMETERS ? tokens.count() : at));
    }

    static MacroShape of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The function that gets all arguments of the one parameter, which stands for them with their brackets:
    /// `acpi_info plist`; null where the body is anything else.
    @Nullable
    String handsAllTo() {
        int last = body.count() - 1;
        boolean two = parameters.size() == 1
                && !variadic
                && last == bodyFrom + 1
                && body.kind(bodyFrom) == Kind.IDENTIFIER
                && body.kind(last) == Kind.IDENTIFIER;
        return two && body.text(last).equals(parameters.getFirst()) ? body.text(bodyFrom) : null;
    }

    /// Which parameter, counted through the variable ones, an argument position of a call in the body comes from;
    /// -1 where it comes from none.
    int source(Call call, int position) {
        int last = call.arguments().size() - 1;
        int at = Math.min(position, last);
        if (at < 0) {
            return NONE;
        }
        Argument argument = call.arguments().get(at);
        boolean rest = variadic && argument.parameter() == parameters.size() - 1 && argument.word() != null;
        if (position > last && !rest) {
            return NONE;
        }
        return argument.parameter() == NONE || !argument.textual() ? NONE : argument.parameter() + position - at;
    }

    /// Finds calls in one walk.
    private static final class Calls {
        private final Tokens tokens;
        private final List<String> parameters;
        private final List<Call> found = new ArrayList<>();
        private final List<Open> open = new ArrayList<>();

        /// A bracket that is not closed yet; `from` is where its current argument begins.
        private static final class Open {
            private final int callee;
            private final List<Argument> arguments = new ArrayList<>();
            private int from;

            Open(int callee, int from) {
                this.callee = callee;
                this.from = from;
            }
        }

        Calls(Tokens tokens, List<String> parameters) {
            this.tokens = tokens;
            this.parameters = parameters;
        }

        List<Call> in(int from) {
            for (int i = from; i < tokens.count(); i++) {
                switch (tokens.kind(i)) {
                    case '(' -> {
                        int callee = i > from && tokens.kind(i - 1) == Kind.IDENTIFIER ? i - 1 : NONE;
                        open.add(new Open(callee, i + 1));
                    }
                    case ',' -> separate(i);
                    case ')' -> close(i);
                    default -> {}
                }
            }
            return List.copyOf(found);
        }

        private void separate(int i) {
            if (!open.isEmpty()) {
                Open top = open.getLast();
                top.arguments.add(argument(top.from, i));
                top.from = i + 1;
            }
        }

        private void close(int i) {
            if (open.isEmpty()) {
                return;
            }
            Open top = open.removeLast();
            if (i > top.from) {
                top.arguments.add(argument(top.from, i));
            }
            if (top.callee != NONE) {
                String name = callee(top.callee);
                found.add(new Call(name, parameters.indexOf(name), List.copyOf(top.arguments)));
            }
        }

        /// What is called; of a name that is pasted together (`pr_ ## level`, `printk##once`) some name it can be.
        private String callee(int token) {
            int first = token;
            while (tokens.kind(first - 1) == Kind.PASTE && tokens.kind(first - 2) == Kind.IDENTIFIER) {
                first -= 2;
            }
            String before = tokens.text(first);
            String last = Levels.ofName(before).isEmpty() ? "info" : "once";
            return first != token && before.endsWith("_") ? before + last : before;
        }

        private Argument argument(int from, int to) {
            int parameter = NONE;
            boolean textual = to - from < 200;
            for (int i = from; i < to && textual; i++) {
                int kind = tokens.kind(i);
                if (kind == Kind.IDENTIFIER && parameters.contains(tokens.text(i))) {
                    parameter = parameters.indexOf(tokens.text(i));
                }
                textual = kind == Kind.IDENTIFIER
                        || kind == Kind.STRING
                        || kind == '('
                        || kind == ')'
                        || kind == ','
                        || kind == '#'
                        || kind == Kind.PASTE;
            }
            int first = tokens.kind(from) == Kind.PASTE ? from + 1 : from;
            boolean one = to - first == 1 && tokens.kind(first) == Kind.IDENTIFIER;
            return new Argument(from, to, parameter, one ? tokens.text(first) : null, textual);
        }
    }
}
