package whence.source.logs.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.Conversion;
import whence.source.Site;
import whence.source.index.facts.FormatText;
import whence.source.index.facts.Shard;
import whence.source.logs.format.Format;
import whence.source.logs.format.Piece;
import whence.source.logs.format.Words;

/// Texts that are no formats but stand for a `%s` of one: `pr_info("%s\n", off ? "turned off" : "not found")`.
public final class LentTexts {
    private static final int NEAR_TEXTS = 16;
    private static final int NEAR_LINES = 16;

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
        return FormatText.vague(format, format.length);
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
    ///
    /// @param origin where the text stands, null for the statement itself
    public static @Nullable Format lent(Format format, int behind, byte[] text, Site.@Nullable Origin origin) {
        List<Piece> pieces = new ArrayList<>(format.pieces());
        int argument = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Conversion conversion = Format.conversion(pieces.get(i));
            if (conversion == null) {
                continue;
            }
            argument +=
                    1 + (int) conversion.text().chars().filter(c -> c == '*').count();
            if (argument == behind) {
                boolean takes = conversion.kind() == Conversion.Kind.TEXT
                        && conversion.text().endsWith("s");
                pieces.set(i, new Piece.Known(conversion, text, origin));
                return takes ? new Format(pieces, format.level(), format.ends()) : null;
            }
        }
        return null;
    }
}
