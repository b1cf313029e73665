package whence.source.logs.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.index.Image;
import whence.source.index.Shard;
import whence.source.logs.format.Format;
import whence.source.logs.format.FormatMatch;
import whence.source.logs.format.Levels;
import whence.source.logs.format.Piece;
import whence.source.logs.printer.MacroTexts;
import whence.source.logs.printer.Place;
import whence.source.logs.printer.Wrappers;

/// Lines that one statement begins and others go on with: `pr_info("CPU0: ")` and then `pr_cont` in the same function
/// or in one that it calls.
final class Continuations {
    private static final int MOST_PIECES = 60;
    private static final int FEW_FILES = 2;
    private static final int MOST_STEPS = 600;
    private static final int MOST_PARTS = 64;

    private final Image image;
    private final MacroTexts macros;
    private final Wrappers wrappers;

    Continuations(Image image, MacroTexts macros, Wrappers wrappers) {
        this.image = image;
        this.macros = macros;
        this.wrappers = wrappers;
    }

    /// A format that goes on with the line, from one offset to the other.
    record Part(Format format, int from, int to) {}

    /// A beginning that fits together with what continues it up to the end of the line.
    record Chain(FormatMatch.Fit beginning, List<Part> parts) {}

    /// Whether a text goes on with a line that others began.
    boolean continues(Shard shard, int text) {
        String callee = image.names().text(shard.textCallee(text));
        if (Levels.ofName(callee).equals("cont")) {
            return true;
        }
        String level = Format.of(image.texts().bytes(shard.textId(text))).level();
        return level.equals("cont") || (level.isEmpty() && (callee.equals("printk") || callee.equals("_printk")));
    }

    /// The whole of a line out of a beginning and what can follow it; null where that does not explain it.
    @Nullable
    Chain from(Format beginning, Shard shard, int file, int text, byte[] line) {
        List<Format> following = following(shard, file, text);
        if (following.isEmpty()) {
            return null;
        }
        Search search = new Search(following, line);
        FormatMatch.Fit fit = FormatMatch.followed(beginning, line, 0, search::rest);
        return fit == null ? null : new Chain(fit, List.copyOf(search.parts));
    }

    /// Whether anything is known that can go on with what a text begins.
    boolean goesOn(Shard shard, int file, int text) {
        int function = shard.textFunction(text);
        for (int i = 0; function >= 0 && i < shard.texts(); i++) {
            if (i != text && shard.textFunction(i) == function && printed(shard, i) && continues(shard, i)) {
                return true;
            }
        }
        int itself = function >= 0 && continues(shard, text) ? 1 : 0;
        return following(shard, file, text).size() > itself;
    }

    /// The statements that can have begun the line which a text goes on with: in its function, or in one of the file
    /// that calls it.
    List<Integer> beginnings(Shard shard, int text) {
        int function = shard.textFunction(text);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; function >= 0 && i < shard.texts(); i++) {
            int in = shard.textFunction(i);
            boolean reaches = in == function || (in >= 0 && calls(shard, in, shard.name(function)));
            if (reaches && i != text && printed(shard, i) && !ends(shard, i) && !continues(shard, i)) {
                found.add(i);
            }
        }
        return found.size() > MOST_PIECES ? found.subList(0, MOST_PIECES) : found;
    }

    private static boolean calls(Shard shard, int function, int name) {
        for (int call = shard.firstCall(function); call < shard.endCall(function); call++) {
            if (shard.callee(call) == name) {
                return true;
            }
        }
        return false;
    }

    private List<Format> following(Shard shard, int file, int text) {
        int function = shard.textFunction(text);
        List<Format> formats = new ArrayList<>();
        if (function < 0) {
            return formats;
        }
        pieces(shard, file, function, formats);
        for (int call = shard.firstCall(function); call < shard.endCall(function); call++) {
            for (int other : defining(shard.callee(call), file)) {
                Shard there = macros.shard(other);
                for (int i = 0; i < there.functions(); i++) {
                    if (there.name(i) == shard.callee(call)) {
                        pieces(there, other, i, formats);
                    }
                }
            }
        }
        formats.sort(Comparator.comparingInt(Format::literalLetters).reversed());
        return formats;
    }

    /// The files that can define what a file calls: of many only those of its own subsystem or architecture.
    private List<Integer> defining(int name, int file) {
        List<Integer> all = image.definingFiles(name);
        if (all.size() <= FEW_FILES) {
            return all;
        }
        List<Integer> near =
                all.stream().filter(other -> root(other).equals(root(file))).toList();
        return near.size() <= FEW_FILES ? near : List.of();
    }

    /// The first two folders of a file.
    private String root(int file) {
        String path = image.path(file);
        int slash = path.indexOf('/', path.indexOf('/') + 1);
        return slash < 0 ? path : path.substring(0, slash);
    }

    private void pieces(Shard shard, int file, int function, List<Format> formats) {
        for (int i = 0; i < shard.texts() && formats.size() < MOST_PIECES; i++) {
            if (shard.textFunction(i) == function && printed(shard, i) && continues(shard, i)) {
                Format format = Format.of(image.texts().bytes(shard.textId(i)));
                List<Piece> pieces = wrappers.resolved(format.pieces(), Place.of(file, shard.textLine(i)), 4);
                Format resolved = new Format(pieces, "cont", format.ends());
                if (!pieces.isEmpty() && !formats.contains(resolved)) {
                    formats.add(resolved);
                }
            }
        }
    }

    private boolean printed(Shard shard, int text) {
        return shard.textCallee(text) >= 0 && wrappers.prints(shard.textCallee(text), shard.textArgument(text));
    }

    private boolean ends(Shard shard, int text) {
        byte[] bytes = image.texts().bytes(shard.textId(text));
        return bytes.length > 0 && bytes[bytes.length - 1] == '\n';
    }

    /// Tries what can follow, again and again: loops print their pieces many times.
    private static final class Search {
        private final List<Format> following;
        private final byte[] line;
        private final Deque<Part> parts = new ArrayDeque<>();
        private int steps = MOST_STEPS;

        Search(List<Format> following, byte[] line) {
            this.following = following;
            this.line = line;
        }

        boolean rest(int at) {
            if (blankFrom(at)) {
                return !parts.isEmpty();
            }
            for (Format format : parts.size() < MOST_PARTS ? following : List.<Format>of()) {
                if (--steps < 0) {
                    return false;
                }
                FormatMatch.Fit fit = FormatMatch.followed(format, line, at, end -> {
                    if (end <= at) {
                        return false;
                    }
                    parts.addLast(new Part(format, at, end));
                    boolean whole = rest(end);
                    if (!whole) {
                        parts.removeLast();
                    }
                    return whole;
                });
                if (fit != null) {
                    return true;
                }
            }
            return false;
        }

        private boolean blankFrom(int at) {
            for (int i = at; i < line.length; i++) {
                if (line[i] != ' ') {
                    return false;
                }
            }
            return true;
        }
    }
}
