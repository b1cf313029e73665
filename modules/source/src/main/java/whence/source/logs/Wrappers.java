package whence.source.logs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import whence.source.c.Kind;
import whence.source.c.Tokens;
import whence.source.index.FormatText;
import whence.source.index.Image;
import whence.source.index.Section;
import whence.source.index.Shard;

/// Works out what is printed around a format, by reading the macros and functions it goes through in the file it stands
/// in:
/// `pr_err` with that file's `pr_fmt`, `ext4_msg` with its `EXT4-fs (%s): %pV`.
final class Wrappers {
    private static final int DEPTH = 8;

    private final Image image;
    private final MacroTexts macros;
    private final Map<Integer, Integer> formats = new HashMap<>();
    private final Map<Use, Wrapping> known = new ConcurrentHashMap<>();

    Wrappers(Image image, MacroTexts macros) {
        this.image = image;
        this.macros = macros;
        whence.source.index.Region printers = image.section(Section.PRINTERS);
        for (long at = 0; at + 8 <= printers.size(); at += 8) {
            formats.put(printers.i32(at), printers.i32(at + 4));
        }
    }

    /// Whether argument `argument` of `name` is a format that is printed.
    boolean prints(int name, int argument) {
        return argument >= 0 && argument < 31 && ((formats.getOrDefault(name, 0) >>> argument) & 1) != 0;
    }

    private boolean prints(String name, int argument) {
        int id = image.name(name);
        return (id >= 0 && prints(id, argument))
                || Integer.valueOf(argument).equals(BasePrinters.all().get(name));
    }

    /// What `name` prints around the format that is its argument number `argument`, when it is used in `file`.
    Wrapping around(String name, int argument, int file) {
        if (known.size() > 10_000) {
            known.clear();
        }
        Use use = new Use(name, argument, file);
        Wrapping wrapping = known.get(use);
        if (wrapping == null) {
            wrapping = around(name, argument, file, DEPTH);
            known.put(use, wrapping);
        }
        return wrapping;
    }

    /// A format that goes into `name` as its argument, in a file.
    private record Use(String name, int argument, int file) {}

    private Wrapping around(String name, int argument, int file, int depth) {
        if (depth == 0 || RootPrinters.NAMES.contains(name)) {
            return Wrapping.PLAIN;
        }
        for (MacroTexts.Found macro : macros.of(name, file)) {
            Wrapping wrapping = through(macro.shape(), argument, file, depth, List.of());
            if (wrapping != null) {
                return wrapping;
            }
        }
        Wrapping function = function(name, file, depth);
        return function != null ? function : RootPrinters.device(name) ? Wrapping.UNKNOWN : Wrapping.PLAIN;
    }

    /// Through a macro: the call in its body that the format goes to. `handed` are words for its parameters, where
    /// known.
    private @Nullable Wrapping through(MacroShape shape, int argument, int file, int depth, List<String> handed) {
        for (MacroShape.Call call : shape.calls()) {
            String callee = call.parameter() >= 0 && call.parameter() < handed.size()
                    ? handed.get(call.parameter())
                    : call.callee();
            for (int position = 0; position < call.arguments().size() + 2; position++) {
                if (shape.source(call, position) != argument) {
                    continue;
                }
                Wrapping outer = prints(callee, position)
                        ? around(callee, position, file, depth - 1)
                        : handedOn(callee, call, position, file, depth);
                if (outer != null) {
                    return own(shape, call, position, file).inside(outer);
                }
            }
        }
        return null;
    }

    /// Through a macro that takes what prints as an argument: `printk_index_wrap(_printk, fmt, …)`.
    private @Nullable Wrapping handedOn(String callee, MacroShape.Call call, int position, int file, int depth) {
        List<String> words = new ArrayList<>();
        call.arguments().forEach(argument -> words.add(argument.word() == null ? "" : argument.word()));
        if (depth <= 1) {
            return null;
        }
        for (MacroTexts.Found macro : macros.of(callee, file)) {
            boolean takes = macro.shape().calls().stream().anyMatch(inner -> inner.parameter() >= 0);
            Wrapping wrapping = takes ? through(macro.shape(), position, file, depth - 1, words) : null;
            if (wrapping != null) {
                return wrapping;
            }
        }
        return null;
    }

    /// What stands around the parameter in the argument itself: `KERN_ERR pr_fmt("x: " fmt "\n")`.
    private Wrapping own(MacroShape shape, MacroShape.Call call, int position, int file) {
        int last = call.arguments().size() - 1;
        if (position > last) {
            return Wrapping.PLAIN;
        }
        MacroShape.Argument argument = call.arguments().get(position);
        return around(shape, argument.from(), argument.to(), file, DEPTH);
    }

    private Wrapping around(MacroShape shape, int from, int to, int file, int depth) {
        Tokens tokens = shape.body();
        int hole = hole(shape, from, to);
        FormatText text = new FormatText();
        List<Piece> before = new ArrayList<>();
        List<Piece> after = new ArrayList<>();
        String level = "";
        for (int i = from; i < to; i++) {
            boolean word = tokens.kind(i) == Kind.IDENTIFIER;
            boolean parameter = word && shape.parameters().contains(tokens.text(i));
            if (word && tokens.kind(i + 1) == '(') {
                Wrapping inner =
                        depth == 0 ? Wrapping.PLAIN : around(shape, i + 2, closing(tokens, i + 1, to), file, depth - 1);
                Wrapping nested = inner.inside(applied(tokens.text(i), file, depth));
                return nested.inside(new Wrapping(before, List.of(), level, false));
            } else if (parameter && i != hole && i > from) {
                (hole >= 0 && i > hole ? after : before).add(new Piece.Macro(tokens.text(i)));
            } else if (!parameter && (word || tokens.kind(i) == Kind.STRING)) {
                text.read(tokens, i, i + 1);
                Format format = Format.of(java.util.Arrays.copyOf(text.bytes(), text.size()));
                level = format.level().isEmpty() ? level : format.level();
                (hole >= 0 && i > hole ? after : before).addAll(resolved(format.pieces(), file, depth));
            }
        }
        return new Wrapping(before, after, level, false);
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

    /// A macro around a format, such as the file's `pr_fmt`.
    private Wrapping applied(String name, int file, int depth) {
        List<MacroTexts.Found> found = macros.of(name, file);
        if (found.isEmpty() || depth == 0) {
            return Wrapping.PLAIN;
        }
        MacroShape shape = found.getFirst().shape();
        return around(shape, shape.bodyFrom(), shape.body().count(), file, depth - 1);
    }

    /// Pieces with macros replaced by their texts, where the tree tells.
    List<Piece> resolved(List<Piece> pieces, int file, int depth) {
        List<Piece> all = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Macro macro && depth > 0) {
                all.addAll(text(macro, file, depth - 1));
            } else {
                all.add(piece);
            }
        }
        return Pieces.joined(all);
    }

    private List<Piece> text(Piece.Macro macro, int file, int depth) {
        List<MacroTexts.Found> found = macros.of(macro.name(), file);
        if (found.isEmpty() || !found.getFirst().shape().parameters().isEmpty()) {
            return List.of(macro);
        }
        Tokens body = found.getFirst().shape().body();
        boolean plain = body.count() > 0;
        for (int i = 0; i < body.count(); i++) {
            plain &= body.kind(i) == Kind.STRING || body.kind(i) == Kind.IDENTIFIER;
        }
        if (!plain) {
            return List.of(macro);
        }
        FormatText text = new FormatText();
        text.read(body, 0, body.count());
        return resolved(
                Format.of(java.util.Arrays.copyOf(text.bytes(), text.size())).pieces(), file, depth);
    }

    /// Through a function that prints the message with a format of its own.
    private @Nullable Wrapping function(String name, int file, int depth) {
        int id = image.name(name);
        if (id < 0) {
            return null;
        }
        List<Integer> files = new ArrayList<>(image.definingFiles(id));
        files.sort(java.util.Comparator.comparing((Integer defining) -> defining != file));
        for (int defining : files.subList(0, Math.min(4, files.size()))) {
            Shard shard = macros.shard(defining);
            for (int i = 0; i < shard.texts(); i++) {
                int in = shard.textFunction(i);
                boolean here = in >= 0 && shard.name(in) == id && shard.textCallee(i) >= 0;
                Wrapping wrapping = here ? message(shard, i, defining, depth) : null;
                if (wrapping != null) {
                    return wrapping;
                }
            }
        }
        return null;
    }

    private @Nullable Wrapping message(Shard shard, int text, int file, int depth) {
        if (!prints(shard.textCallee(text), shard.textArgument(text))) {
            return null;
        }
        Format format = Format.of(image.texts().bytes(shard.textId(text)));
        List<Piece> pieces = resolved(format.pieces(), file, DEPTH);
        int hole = hole(pieces);
        if (hole < 0) {
            return null;
        }
        String callee = image.names().text(shard.textCallee(text));
        Wrapping own =
                new Wrapping(pieces.subList(0, hole), pieces.subList(hole + 1, pieces.size()), format.level(), false);
        return own.inside(around(callee, shard.textArgument(text), file, depth - 1));
    }

    /// Where the message goes: `%pV`, else a `%s` at the end.
    private static int hole(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Piece.Value value
                    && value.conversion().text().equals("%pV")) {
                return i;
            }
        }
        int last = pieces.size() - 1;
        boolean text = last >= 0
                && pieces.get(last) instanceof Piece.Value value
                && value.conversion().text().equals("%s");
        return text ? last : -1;
    }
}
