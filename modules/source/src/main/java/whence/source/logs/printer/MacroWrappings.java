package whence.source.logs.printer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import whence.source.c.Kind;
import whence.source.c.Tokens;
import whence.source.index.facts.FormatText;
import whence.source.logs.format.Format;
import whence.source.logs.format.Piece;

/// What macros put around a format that goes through them.
final class MacroWrappings {
    private final MacroTexts macros;
    private final Wrappers wrappers;

    MacroWrappings(MacroTexts macros, Wrappers wrappers) {
        this.macros = macros;
        this.wrappers = wrappers;
    }

    /// Through the macro of a name; empty where there is none, or none that hands the format on.
    List<Wrapping> of(String name, int argument, Place place, int depth) {
        for (MacroTexts.Found macro : macros.of(name, place)) {
            List<Wrapping> ways = through(macro.shape(), argument, place, depth, List.of());
            if (!ways.isEmpty()) {
                return ways;
            }
        }
        return List.of();
    }

    /// The calls in a macro's body that the format goes to. `handed` are words for its parameters, where known.
    private List<Wrapping> through(MacroShape shape, int argument, Place place, int depth, List<String> handed) {
        List<Wrapping> ways = new ArrayList<>();
        for (MacroShape.Call call : shape.calls()) {
            String callee = call.parameter() >= 0 && call.parameter() < handed.size()
                    ? handed.get(call.parameter())
                    : call.callee();
            for (int position = 0; position < call.arguments().size() + 2; position++) {
                if (shape.source(call, position) != argument) {
                    continue;
                }
                List<Wrapping> outer = wrappers.prints(callee, position)
                        ? wrappers.around(callee, position, place, depth - 1)
                        : handedOn(callee, call, position, place, depth);
                if (!outer.isEmpty()) {
                    Wrapping own = own(shape, call, position, place);
                    outer.forEach(way -> ways.add(own.inside(way)));
                    break;
                }
            }
        }
        String whole = shape.handsAllTo();
        return !ways.isEmpty() || whole == null ? ways : wrappers.around(whole, argument, place, depth - 1);
    }

    /// Through a macro that takes what prints as an argument: `printk_index_wrap(_printk, fmt, …)`.
    private List<Wrapping> handedOn(String callee, MacroShape.Call call, int position, Place place, int depth) {
        List<String> words = new ArrayList<>();
        call.arguments().forEach(argument -> words.add(argument.word() == null ? "" : argument.word()));
        if (depth <= 1) {
            return List.of();
        }
        for (MacroTexts.Found macro : macros.of(callee, place)) {
            boolean takes = macro.shape().calls().stream().anyMatch(inner -> inner.parameter() >= 0);
            List<Wrapping> ways = takes ? through(macro.shape(), position, place, depth - 1, words) : List.of();
            if (!ways.isEmpty()) {
                return ways;
            }
        }
        return List.of();
    }

    /// What stands around the parameter in the argument itself: `KERN_ERR pr_fmt("x: " fmt "\n")`.
    private Wrapping own(MacroShape shape, MacroShape.Call call, int position, Place place) {
        int last = call.arguments().size() - 1;
        if (position > last) {
            return Wrapping.PLAIN;
        }
        MacroShape.Argument argument = call.arguments().get(position);
        return around(shape, argument.from(), argument.to(), place, Wrappers.DEPTH);
    }

    private Wrapping around(MacroShape shape, int from, int to, Place place, int depth) {
        Tokens tokens = shape.body();
        int hole = hole(shape, from, to);
        FormatText text = new FormatText();
        List<Piece> before = new ArrayList<>();
        List<Piece> after = new ArrayList<>();
        String level = "";
        for (int i = from; i < to; i++) {
            boolean word = tokens.kind(i) == Kind.IDENTIFIER;
            boolean parameter = word && shape.parameters().contains(tokens.text(i));
            if (word && i != hole && i > from && tokens.kind(i - 1) == Kind.PASTE) {
                continue;
            }
            if (word && tokens.kind(i + 1) == '(') {
                Wrapping inner = depth == 0
                        ? Wrapping.PLAIN
                        : around(shape, i + 2, closing(tokens, i + 1, to), place, depth - 1);
                Wrapping nested = inner.inside(applied(tokens.text(i), place, depth));
                return nested.inside(new Wrapping(before, List.of(), level, Naming.NONE));
            } else if (parameter && i != hole && i > from) {
                (hole >= 0 && i > hole ? after : before).add(new Piece.Macro(tokens.text(i)));
            } else if (!parameter && (word || tokens.kind(i) == Kind.STRING)) {
                text.read(tokens, i, i + 1);
                Format format = Format.of(Arrays.copyOf(text.bytes(), text.size()));
                level = format.level().isEmpty() ? level : format.level();
                (hole >= 0 && i > hole ? after : before).addAll(wrappers.resolved(format.pieces(), place, depth));
            }
        }
        return new Wrapping(before, after, level, Naming.NONE);
    }

    private static int hole(MacroShape shape, int from, int to) {
        int hole = -1;
        for (int i = from; i < to; i++) {
            hole = shape.body().kind(i) == Kind.IDENTIFIER
                            && shape.parameters().contains(shape.body().text(i))
                    ? i
                    : hole;
        }
        return hole;
    }

    private static int closing(Tokens tokens, int open, int to) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            depth += tokens.kind(i) == '(' ? 1 : tokens.kind(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return to;
    }

    /// What a printer of the kernel does whose definition is not in the tree, as in a single file: it applies the
    /// file's `pr_fmt` or `dev_fmt`.
    Wrapping applied(String printer, Place place) {
        String macro = printer.startsWith("pr_") ? "pr_fmt" : printer.startsWith("dev_") ? "dev_fmt" : "";
        return macro.isEmpty() ? Wrapping.PLAIN : applied(macro, place, Wrappers.DEPTH);
    }

    /// A macro around a format, such as the file's `pr_fmt`.
    private Wrapping applied(String name, Place place, int depth) {
        List<MacroTexts.Found> found = macros.of(name, place);
        if (found.isEmpty() || depth == 0) {
            return Wrapping.PLAIN;
        }
        MacroShape shape = found.stream()
                .filter(one -> whole(one.shape(), place))
                .findFirst()
                .orElse(found.getFirst())
                .shape();
        return around(shape, shape.bodyFrom(), shape.body().count(), place, depth - 1);
    }

    /// Whether a place knows all names in a macro's body: of two definitions in the branches of an `#ifdef` of such a
    /// name only one holds.
    private boolean whole(MacroShape shape, Place place) {
        Tokens body = shape.body();
        for (int i = shape.bodyFrom(); i < body.count(); i++) {
            String word = body.kind(i) == Kind.IDENTIFIER ? body.text(i) : "";
            boolean given = word.isEmpty() || word.startsWith("K") || word.startsWith("_");
            if (!given
                    && !shape.parameters().contains(word)
                    && macros.of(word, place).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
