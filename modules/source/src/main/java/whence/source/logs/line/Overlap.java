package whence.source.logs.line;

import whence.source.index.facts.FormatText;
import whence.source.logs.format.Words;

/// A quick look whether a text can fit a line at all, before it is read as a format: the longest run of bytes that it
/// prints as they stand has to be in the line.
final class Overlap {
    private Overlap() {}

    /// False only where no line of the text fits.
    static boolean possible(byte[] text, byte[] line) {
        int from = 0;
        for (int at = 0; at <= text.length; at++) {
            if (at == text.length || text[at] == '\n') {
                if (at > from && part(text, from, at, line)) {
                    return true;
                }
                from = at + 1;
            }
        }
        return false;
    }

    private static boolean part(byte[] text, int from, int to, byte[] line) {
        int best = from;
        int length = 0;
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && text[end] != '%' && (text[end] < 0 || text[end] > 8)) {
                end++;
            }
            if (end - at > length) {
                best = at;
                length = end - at;
            }
            at = end < to ? behind(text, end, to) : to;
        }
        while (length > 0 && text[best + length - 1] == ' ') {
            length--;
        }
        return length == 0 || contains(line, text, best, length);
    }

    /// Behind a conversion, and what letters follow it: which of them belong to it does not matter here.
    private static int behind(byte[] text, int from, int to) {
        int at = from + 1;
        if (text[from] == 0) {
            return Math.min(to, from + 2);
        }
        if (text[from] != '%') {
            while (at < to && text[at] != FormatText.MACRO_END) {
                at++;
            }
            return Math.min(to, at + 1);
        }
        while (at < to && (Words.letter(text[at]) || "%-+ #.*".indexOf(text[at]) >= 0)) {
            at++;
        }
        return at;
    }

    private static boolean contains(byte[] line, byte[] text, int from, int length) {
        byte first = text[from];
        for (int at = 0; at + length <= line.length; at++) {
            if (line[at] == first && java.util.Arrays.equals(line, at, at + length, text, from, from + length)) {
                return true;
            }
        }
        return false;
    }
}
