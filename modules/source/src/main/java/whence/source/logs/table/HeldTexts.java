package whence.source.logs.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.Site;
import whence.source.index.Holder;
import whence.source.index.Image;
import whence.source.index.Region;
import whence.source.index.Section;
import whence.source.index.Shard;
import whence.source.logs.format.Format;
import whence.source.logs.format.Piece;
import whence.source.logs.printer.MacroTexts;
import whence.source.logs.printer.Wrappers;

/// Texts that a statement prints out of a table, a variable, a member or a function that returns them:
/// `pr_info("%s\n", names[mode])`.
public final class HeldTexts {
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
        byte[] bytes = image.texts().bytes(shard.textId(text));
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == '\n') {
            end--;
        }
        String holder = image.names().text(Holder.name(shard.textHolder(text)));
        Site.Origin origin = new Site.Origin(holder, image.path(file), shard.textLine(text));
        return LentTexts.lent(format, behind, java.util.Arrays.copyOf(bytes, end), origin);
    }
}
