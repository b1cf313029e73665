package whence.source.logs.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.Conversion;
import whence.source.index.Shard;
import whence.source.logs.format.Format;
import whence.source.logs.format.Piece;
import whence.source.logs.format.Words;

/// Texts that are no formats but stand for a `%s` of one: `pr_info("%s\n", off ? "turned off" : "not found")`.
public final class LentTexts {
    private static final int NEAR_TEXTS = 16;
    private static final int NEAR_LINES = 16;
    private static final int FEW = 12;

    private LentTexts() {}

    /// Whether a name prints a format that is its argument of that number.
    public interface Printing {
        boolean prints(int callee, int argument);
    }

    /// Whether a text says enough to be looked for.
    static boolean telling(byte[] text) {
        for (byte b : text) {
            if (b == '%' || (b > 0 && b < 9)) {
                return false;
            }
        }
        return Words.letters(text, 0, text.length) >= 5;
    }

    /// Whether a format has so little to be recognised by that its values have to help.
    static boolean needsHelp(byte[] format) {
        boolean opens = format.length > 0 && (format[0] == '%' || format[0] < 9);
        return opens || Words.letters(format, 0, format.length) < FEW;
    }

    /// The format of the call that a text is a later argument of; -1 where it is none.
    public static int format(Shard shard, int text, Printing printing) {
        int callee = shard.textCallee(text);
        int argument = shard.textArgument(text);
        for (int i = text - 1; callee >= 0 && i >= Math.max(0, text - NEAR_TEXTS); i--) {
            boolean near = shard.textFunction(i) == shard.textFunction(text)
                    && shard.textLine(text) - shard.textLine(i) <= NEAR_LINES;
            if (!near) {
                return -1;
            }
            if (shard.textCallee(i) == callee && printing.prints(callee, shard.textArgument(i))) {
                return shard.textArgument(i) < argument ? i : -1;
            }
        }
        return -1;
    }

    /// A format in which the conversion that a later argument goes to prints that text; null where none does.
    public static @Nullable Format lent(Format format, int behind, byte[] text) {
        List<Piece> pieces = new ArrayList<>(format.pieces());
        int argument = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (!(pieces.get(i) instanceof Piece.Value value)) {
                continue;
            }
            String conversion = value.conversion().text();
            argument += 1 + (int) conversion.chars().filter(c -> c == '*').count();
            if (argument == behind) {
                boolean takes = value.conversion().kind() == Conversion.Kind.TEXT && conversion.endsWith("s");
                pieces.set(i, new Piece.Known(value.conversion(), text));
                return takes ? new Format(pieces, format.level(), format.ends()) : null;
            }
        }
        return null;
    }
}
