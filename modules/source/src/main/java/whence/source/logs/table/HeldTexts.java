package whence.source.logs.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.Site;
import whence.source.index.Image;
import whence.source.index.Section;
import whence.source.index.facts.FormatText;
import whence.source.index.facts.Holder;
import whence.source.index.facts.Shard;
import whence.source.index.table.Region;
import whence.source.logs.format.Format;
import whence.source.logs.format.Piece;
import whence.source.logs.printer.MacroTexts;
import whence.source.logs.printer.Wrappers;

/// Texts that a statement prints out of a table, a variable, a member or a function that returns them:
/// `pr_info("%s\n", names[mode])`.
public final class HeldTexts {
    /// Texts behind a format that may be arguments of the same call.
    private static final int NEAR = 16;

    private static final int MOST = 40;

    private final Image image;
    private final MacroTexts macros;
    private final Wrappers wrappers;

    /// Reads nothing yet.
    public HeldTexts(Image image, MacroTexts macros, Wrappers wrappers) {
        this.image = image;
        this.macros = macros;
        this.wrappers = wrappers;
    }

    /// A statement that is handed what holds a text.
    ///
    /// @param text number of the statement's format in the shard of its file
    /// @param behind which argument behind the format it is
    public record Printing(int file, Shard shard, int text, int behind) {}

    /// The statements that can print a text of a file.
    public List<Printing> printing(int file, Shard shard, int text) {
        int holder = shard.textHolder(text);
        List<Printing> found = new ArrayList<>();
        if (holder < 0) {
            return found;
        }
        boolean variable = Holder.kind(holder) == Holder.VARIABLE;
        in(file, shard, holder, variable ? shard.textFunction(text) : -1, found);
        for (int other : variable ? List.<Integer>of() : files(holder)) {
            if (other != file) {
                in(other, macros.shard(other), holder, -1, found);
            }
        }
        return found;
    }

    /// @param function that a statement has to stand in, -1 for any
    private void in(int file, Shard shard, int holder, int function, List<Printing> found) {
        for (int i = 0; i < shard.handed(); i++) {
            int text = shard.handedText(i);
            boolean here = shard.handedHolder(i) == holder && (function < 0 || function == shard.textFunction(text));
            if (here && wrappers.prints(shard.textCallee(text), shard.textArgument(text))) {
                found.add(new Printing(file, shard, text, shard.handedBehind(i)));
            }
        }
    }

    /// The files whose statements print what a member or function holds, where these are few.
    private List<Integer> files(int holder) {
        Region pairs = image.section(Section.HANDED);
        long low = 0;
        long high = pairs.size() / 8;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (pairs.i32(8 * middle) < holder) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Integer> files = new ArrayList<>();
        for (; 8 * low < pairs.size() && pairs.i32(8 * low) == holder; low++) {
            files.add(pairs.i32(8 * low + 4));
        }
        return files;
    }

    /// A statement's format as it ends the line, with what is [#said] of it.
    public Format format(Shard shard, int text) {
        List<Format> lines = Format.of(image.texts().bytes(shard.textId(text))).lines();
        return lines.isEmpty() ? Format.of(new byte[0]) : said(shard, text, lines.getLast());
    }

    /// A statement's format with all texts in it that its arguments can be and that the line has, in their order:
    /// out of the call itself, and out of what the same file holds.
    public Format filled(int file, Shard shard, int text, Format format, byte[] line) {
        int arguments = format.conversions().size();
        byte[] own = image.texts().bytes(shard.textId(text));
        if (arguments == 0 || !FormatText.vague(own, own.length)) {
            return format;
        }
        Format filled = format;
        int from = 0;
        for (int behind = 1; behind <= arguments; behind++) {
            Choice best = choice(file, shard, text, behind, line, from);
            Format next = best == null ? null : LentTexts.lent(filled, behind, best.bytes(), best.origin());
            if (best != null && next != null) {
                filled = next;
                from = best.at() + best.bytes().length;
            }
        }
        return filled;
    }

    /// A statement's format with each of the texts that the same file holds for it and the line has: of one that is
    /// printed again and again, a list of names.
    public List<Format> alternatives(int file, Shard shard, int text, Format format, byte[] line) {
        List<Format> all = new ArrayList<>();
        for (int i = shard.firstHanded(text); i < shard.handed() && shard.handedText(i) == text; i++) {
            for (int other = 0; other < shard.texts() && all.size() < MOST; other++) {
                boolean there = holds(shard, i, other) && chosen(shard, other, line, 0, null) != null;
                Format lent = there ? lent(format, shard.handedBehind(i), file, shard, other) : null;
                if (lent != null) {
                    all.add(lent);
                }
            }
        }
        return all;
    }

    /// Whether a text is what an argument can be.
    private static boolean holds(Shard shard, int handed, int text) {
        int holder = shard.handedHolder(handed);
        return shard.textHolder(text) == holder
                && (Holder.kind(holder) != Holder.VARIABLE
                        || shard.textFunction(text) < 0
                        || shard.textFunction(text) == shard.textFunction(shard.handedText(handed)));
    }

    /// A text that an argument can be, at an offset of the line.
    @SuppressWarnings("ArrayRecordComponent")
    private record Choice(byte[] bytes, int at, Site.@Nullable Origin origin) {}

    private @Nullable Choice choice(int file, Shard shard, int text, int behind, byte[] line, int from) {
        Choice best = null;
        int argument = shard.textArgument(text) + behind;
        for (int i = text + 1; i < Math.min(shard.texts(), text + NEAR); i++) {
            boolean said = shard.textCallee(i) == shard.textCallee(text)
                    && shard.textFunction(i) == shard.textFunction(text)
                    && shard.textArgument(i) == argument;
            if (shard.textCallee(i) == shard.textCallee(text) && shard.textArgument(i) == shard.textArgument(text)) {
                break;
            }
            best = said ? better(best, chosen(shard, i, line, from, null)) : best;
        }
        for (int i = shard.firstHanded(text); i < shard.handed() && shard.handedText(i) == text; i++) {
            if (shard.handedBehind(i) == behind) {
                best = better(best, heldBy(file, shard, i, line, from));
            }
        }
        return best;
    }

    private @Nullable Choice heldBy(int file, Shard shard, int handed, byte[] line, int from) {
        Choice best = null;
        for (int i = 0; i < shard.texts(); i++) {
            best = holds(shard, handed, i) ? better(best, chosen(shard, i, line, from, origin(file, shard, i))) : best;
        }
        return best;
    }

    private static @Nullable Choice better(@Nullable Choice one, @Nullable Choice other) {
        return other == null || (one != null && one.bytes().length >= other.bytes().length) ? one : other;
    }

    private @Nullable Choice chosen(Shard shard, int text, byte[] line, int from, Site.@Nullable Origin origin) {
        byte[] bytes = bytes(shard, text);
        if (bytes.length == 0 || StatementTable.contains(bytes, new byte[] {'%'})) {
            return null;
        }
        for (int at = from; at + bytes.length <= line.length; at++) {
            if (java.util.Arrays.equals(line, at, at + bytes.length, bytes, 0, bytes.length)) {
                return new Choice(bytes, at, origin);
            }
        }
        return null;
    }

    /// A statement's format with what is known of the texts that it is handed: `__func__` is the function's name, and
    /// a level at the beginning is no text.
    public Format said(Shard shard, int text, Format format) {
        Format said = format;
        for (int i = shard.firstHanded(text); i < shard.handed() && shard.handedText(i) == text; i++) {
            int holder = shard.handedHolder(i);
            if (Holder.kind(holder) == Holder.VARIABLE) {
                said = said(
                        shard, text, said, shard.handedBehind(i), image.names().text(Holder.name(holder)));
            }
        }
        return said;
    }

    private Format said(Shard shard, int text, Format format, int behind, String variable) {
        int function = shard.textFunction(text);
        if (behind == 1 && level(variable) && format.pieces().size() > 1 && leads(format)) {
            Format levelled = LentTexts.lent(format, behind, new byte[0], null);
            return levelled == null ? format : levelled;
        }
        boolean own = variable.equals("__func__") || variable.equals("__FUNCTION__");
        if (!own || function < 0 || shard.defined(function) >= 0) {
            return format;
        }
        Format named = LentTexts.lent(format, behind, image.names().bytes(shard.name(function)), null);
        return named == null ? format : named;
    }

    private static boolean leads(Format format) {
        return format.pieces().getFirst() instanceof Piece.Value value
                && value.conversion().text().equals("%s");
    }

    private static boolean level(String variable) {
        return variable.endsWith("lvl") || variable.endsWith("level");
    }

    /// The statement's format with a text of a file in the place of the conversion that prints it; null where it is
    /// none that prints a text.
    public @Nullable Format lent(Format format, int behind, int file, Shard shard, int text) {
        return LentTexts.lent(format, behind, bytes(shard, text), origin(file, shard, text));
    }

    private Site.Origin origin(int file, Shard shard, int text) {
        String holder = image.names().text(Holder.name(shard.textHolder(text)));
        return new Site.Origin(holder, image.path(file), shard.textLine(text));
    }

    /// A text without the line end at its end.
    private byte[] bytes(Shard shard, int text) {
        byte[] bytes = image.texts().bytes(shard.textId(text));
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == '\n') {
            end--;
        }
        return java.util.Arrays.copyOf(bytes, end);
    }
}
