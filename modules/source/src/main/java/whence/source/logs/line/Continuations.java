package whence.source.logs.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.index.Image;
import whence.source.index.facts.Shard;
import whence.source.logs.format.Format;
import whence.source.logs.format.FormatMatch;
import whence.source.logs.format.Levels;
import whence.source.logs.format.Piece;
import whence.source.logs.printer.MacroTexts;
import whence.source.logs.printer.Place;
import whence.source.logs.printer.Wrappers;
import whence.source.logs.table.HeldTexts;

/// Lines that one statement begins and others go on with: `pr_info("CPU0: ")` and then `pr_cont` in the same function
/// or in one that it calls.
final class Continuations {
    private static final int MOST_PIECES = 60;
    private static final int FEW_FILES = 2;
    private static final int MOST_STEPS = 600;
    private static final int MOST_PARTS = 64;
    private static final int VAGUE = 16;
    private static final byte[] NOTHING = {};

    private final Image image;
    private final MacroTexts macros;
    private final Wrappers wrappers;
    private final HeldTexts held;

    Continuations(Image image, MacroTexts macros, Wrappers wrappers, HeldTexts held) {
        this.image = image;
        this.macros = macros;
        this.wrappers = wrappers;
        this.held = held;
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

    /// Whether a text says itself that it only goes on with a line.
    boolean neverBegins(Shard shard, int text) {
        return Levels.ofName(image.names().text(shard.textCallee(text))).equals("cont")
                || Format.of(image.texts().bytes(shard.textId(text))).level().equals("cont");
    }

    /// The whole of a line out of a beginning and what can follow it; null where that does not explain it.
    ///
    /// @param by a text that goes on with the line, in the function of the beginning or in one that calls it
    /// @param at where the beginning is to begin: behind the name of a device
    @Nullable
    Chain from(Format beginning, Stated stated, int by, int at) {
        if (FormatMatch.followed(beginning, stated.line(), at, end -> true) == null) {
            return null;
        }
        List<Format> following = following(stated.shard(), stated.file(), by, stated.line());
        if (following.isEmpty()) {
            return null;
        }
        Search search = new Search(following, stated.line());
        FormatMatch.Fit fit = FormatMatch.followed(beginning, stated.line(), at, search::rest);
        if (fit == null || stated.line().length > LikeliestChain.LONGEST || !vague(search.parts)) {
            return fit == null ? null : new Chain(fit, List.copyOf(search.parts));
        }
        LikeliestChain chain = new LikeliestChain(following, stated.line());
        boolean goesOn = chain.from(fit.end());
        return new Chain(fit, goesOn ? chain.parts(fit.end()) : List.copyOf(search.parts));
    }

    /// Whether texts that can be any stand for much of what goes on.
    private static boolean vague(Iterable<Part> parts) {
        int letters = 0;
        for (Part part : parts) {
            letters += part.to() - part.from() - part.format().literalLetters();
        }
        return letters > VAGUE;
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
        return following(shard, file, text, NOTHING).size() > itself;
    }

    /// The statements that can have begun the line which a text goes on with: in its function, or in one of the file
    /// that calls it.
    List<Integer> beginnings(Shard shard, int text) {
        int function = shard.textFunction(text);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; function >= 0 && i < shard.texts(); i++) {
            int in = shard.textFunction(i);
            boolean reaches = in == function || (in >= 0 && calls(shard, in, shard.name(function)));
            boolean opens = i != text && in >= 0 && printed(shard, i) && !ends(shard, i);
            if (opens && ((reaches && !continues(shard, i)) || opensFor(shard, i, function))) {
                found.add(i);
            }
        }
        return found.size() > MOST_PIECES ? found.subList(0, MOST_PIECES) : found;
    }

    /// Whether a text begins lines for a function that calls its own: `show_node(zone)` and then `printk(KERN_CONT …)`.
    boolean opensFor(Shard shard, int text, int function) {
        int in = shard.textFunction(text);
        return in != function && calls(shard, function, shard.name(in)) && !neverBegins(shard, text);
    }

    private static boolean calls(Shard shard, int function, int name) {
        for (int call = shard.firstCall(function); call < shard.endCall(function); call++) {
            if (shard.callee(call) == name) {
                return true;
            }
        }
        return false;
    }

    private List<Format> following(Shard shard, int file, int text, byte[] line) {
        int function = shard.textFunction(text);
        List<Format> formats = new ArrayList<>();
        if (function < 0) {
            return formats;
        }
        pieces(shard, file, function, line, formats);
        for (int call = shard.firstCall(function); call < shard.endCall(function); call++) {
            for (int other : defining(shard.callee(call), file)) {
                Shard there = macros.shard(other);
                for (int i = 0; i < there.functions(); i++) {
                    if (there.name(i) == shard.callee(call)) {
                        pieces(there, other, i, line, formats);
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

    private void pieces(Shard shard, int file, int function, byte[] line, List<Format> formats) {
        for (int i = 0; i < shard.texts() && formats.size() < MOST_PIECES; i++) {
            if (shard.textFunction(i) == function && printed(shard, i) && continues(shard, i)) {
                Format format = Format.of(image.texts().bytes(shard.textId(i)));
                List<Piece> pieces = wrappers.resolved(format.pieces(), Place.of(file, shard.textLine(i)), 4);
                Format resolved = new Format(pieces, "cont", format.ends());
                if (!pieces.isEmpty() && !formats.contains(resolved)) {
                    formats.add(resolved);
                    formats.addAll(held.alternatives(file, shard, i, resolved, line));
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
        private final BitSet failed = new BitSet();
        private int steps = MOST_STEPS;

        Search(List<Format> following, byte[] line) {
            this.following = following;
            this.line = line;
        }

        boolean rest(int at) {
            if (blankFrom(at)) {
                return !parts.isEmpty();
            }
            if (failed.get(at) || parts.size() >= MOST_PARTS) {
                return false;
            }
            for (Format format : following) {
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
            failed.set(at);
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
