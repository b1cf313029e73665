package whence.source.logs.format;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.source.Conversion;

/// Reads conversions as the kernel's vsnprintf takes them, its `%p` extensions included: the letters behind `%p`
/// belong to it only where the kernel knows them, else they are text.
public final class Conversions {
    private static final int LONGEST = 40;
    private static final Pattern CONVERSION =
            Pattern.compile("%[-+ #0]*(\\*|\\d*)(?:\\.(\\*|\\d*))?(?:hh|h|ll|l|L|q|j|z|Z|t)?([a-zA-Z]?)");

    /// What may stand behind `%p`, as Documentation/core-api/printk-formats.rst lists it.
    private static final Pattern POINTER = Pattern.compile(
            "(?:[sSB]R?b?|[fF](?:w[fP]?)?|[rR]|b[l]?|[mM](?:F|R|FR)?|[iI](?:[46][pfschnbl]*|S[pfschnbl]*)"
                    + "|E[achnops]*|U[bBlL]?|V|K|NF?|h[CDN]?|a[pd]?|[dD][2-4]?|g|t[RTt]?[dt]?[rs]*s?|C[n]?|G[pgvt]?"
                    + "|OF?[fnpPcCF]*|x|e|4cc|[ku]s)");

    private Conversions() {}

    private static Matcher head(byte[] text, int at, int to) {
        int end = Math.min(to, at + LONGEST);
        Matcher head = CONVERSION.matcher(new String(text, at, end - at, StandardCharsets.ISO_8859_1));
        head.lookingAt();
        return head;
    }

    /// Bytes of the conversion that begins at `at`, behind its `%` the flags, the width, and for `%p` the letters the
    /// kernel knows.
    public static int length(byte[] text, int at, int to) {
        int letter = letter(text, at, Math.min(to, at + LONGEST));
        int length = letter - at + (letter < Math.min(to, at + LONGEST) && isLetter(text[letter]) ? 1 : 0);
        boolean extended = at + length < to && Words.letter(text[at + length]);
        if (text[at + length - 1] != 'p' || !extended) {
            return length;
        }
        int end = Math.min(to, at + length + 12);
        Matcher pointer =
                POINTER.matcher(new String(text, at + length, end - at - length, StandardCharsets.ISO_8859_1));
        return pointer.lookingAt() ? length + pointer.end() : length;
    }

    /// Offset of the letter that says what is printed, behind flags, width, precision and size.
    private static int letter(byte[] text, int at, int to) {
        int i = at + 1;
        while (i < to && "-+ #0".indexOf(text[i]) >= 0) {
            i++;
        }
        i = number(text, i, to);
        if (i < to && text[i] == '.') {
            i = number(text, i + 1, to);
        }
        boolean sized = i < to && "hlLqjzZt".indexOf(text[i]) >= 0;
        boolean twice = sized && i + 1 < to && text[i + 1] == text[i] && (text[i] == 'h' || text[i] == 'l');
        return sized ? twice ? i + 2 : i + 1 : i;
    }

    private static int number(byte[] text, int from, int to) {
        int i = from;
        if (i < to && text[i] == '*') {
            return i + 1;
        }
        while (i < to && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i;
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    static Conversion parse(byte[] text, int at, int to) {
        Matcher head = head(text, at, to);
        String whole = new String(text, at, length(text, at, to), StandardCharsets.UTF_8);
        Conversion.Kind kind = kind(head.group(3), whole);
        String precision = head.group(2) == null ? "" : head.group(2);
        boolean fixed = !precision.isEmpty() && precision.length() < 3 && Character.isDigit(precision.charAt(0));
        boolean numeric = kind == Conversion.Kind.HEXADECIMAL || kind == Conversion.Kind.DECIMAL;
        return new Conversion(whole, kind, fixed && numeric ? Integer.parseInt(precision) : 0);
    }

    private static Conversion.Kind kind(String letter, String whole) {
        return switch (letter) {
            case "d", "i", "u" -> Conversion.Kind.DECIMAL;
            case "x", "X" -> Conversion.Kind.HEXADECIMAL;
            case "o" -> Conversion.Kind.OCTAL;
            case "c" -> Conversion.Kind.CHARACTER;
            case "p" ->
                whole.endsWith("p") || whole.endsWith("px") || whole.endsWith("pK")
                        ? Conversion.Kind.POINTER
                        : Conversion.Kind.TEXT;
            default -> Conversion.Kind.TEXT;
        };
    }
}
