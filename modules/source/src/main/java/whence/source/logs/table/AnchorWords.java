package whence.source.logs.table;

import java.util.Arrays;
import whence.source.index.facts.FormatText;
import whence.source.logs.format.Conversions;
import whence.source.logs.format.Words;

/// The words of a format that stand whole in every line it prints, so that it can be found by any of them: those
/// that no conversion or macro touches.
public final class AnchorWords {
    private AnchorWords() {}

    /// Hashes, each once, sorted.
    public static int[] of(byte[] format) {
        int[] words = inOrder(format);
        Arrays.sort(words);
        int kept = 0;
        for (int i = 0; i < words.length; i++) {
            if (i == 0 || words[i] != words[i - 1]) {
                words[kept++] = words[i];
            }
        }
        return Arrays.copyOf(words, kept);
    }

    /// Hashes, as the words follow each other.
    public static int[] inOrder(byte[] format) {
        int[] words = new int[8];
        int count = 0;
        int at = 0;
        boolean touched = false;
        while (at < format.length) {
            byte b = format[at];
            if (b == '%' && at + 1 < format.length) {
                at += format[at + 1] == '%' ? 2 : Conversions.length(format, at, format.length);
                touched = true;
            } else if (b == FormatText.MACRO) {
                touched = !level(format, at);
                at = behindMacro(format, at);
            } else if (b == 0) {
                at += 2;
            } else if (!Words.letter(b)) {
                touched = false;
                at++;
            } else {
                int end = at;
                while (end < format.length && Words.letter(format[end])) {
                    end++;
                }
                boolean before = end < format.length && (opens(format, end) || format[end] == FormatText.MACRO);
                if (!touched && !before && end - at >= 2) {
                    words = count == words.length ? Arrays.copyOf(words, count * 2) : words;
                    words[count++] = Words.hash(format, at, end);
                }
                touched = false;
                at = end;
            }
        }
        return Arrays.copyOf(words, count);
    }

    private static boolean opens(byte[] format, int at) {
        return format[at] == '%' && !(at + 1 < format.length && format[at + 1] == '%');
    }

    /// A level is no text: what stands behind it is not touched by it.
    private static boolean level(byte[] format, int at) {
        return at + 5 < format.length && format[at + 1] == 'K' && format[at + 2] == 'E' && format[at + 5] == '_';
    }

    private static int behindMacro(byte[] format, int from) {
        int at = from;
        while (at < format.length && format[at] != FormatText.MACRO_END) {
            at++;
        }
        return at + 1;
    }
}
