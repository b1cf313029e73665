package whence.traces.strace.value;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.traces.text.Ascii;

/// Walks over the text of arguments and takes what needs no look inside: names, numbers, words, strings, operators,
/// decorations and comments. A method that finds nothing of its kind takes nothing.
final class ValueScanner {
    private static final List<String> SPACED_OPERATORS = List.of(" && ", " == ", " or ", " | ");
    /// A constant and a comment.
    private static final int LONGEST_INDEX = 96;
    private static final String NOT_IN_INDEXES = " ,{[\"";
    private static final String IN_WORDS = "?&!~%$:";

    private final byte[] text;
    private final int end;
    private int at;

    /// @param end where the closing parenthesis of the call stands, or the text ends
    ValueScanner(byte[] text, int at, int end) {
        this.text = text;
        this.at = at;
        this.end = end;
    }

    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    boolean ended() {
        return at >= end;
    }

    /// The next byte; only where the text has not ended.
    byte peek() {
        return text[at];
    }

    boolean sees(String expected) {
        return Ascii.at(text, at, end, expected);
    }

    void skip(int bytes) {
        at += bytes;
    }

    /// Takes `expected` where it stands next.
    boolean takes(String expected) {
        boolean there = sees(expected);
        at += there ? expected.length() : 0;
        return there;
    }

    /// Goes behind the argument that begins at `from`, whatever it holds, and gives its text.
    String whole(int from) {
        at = Extent.argumentEnd(text, from, end);
        return latin(from, at);
    }

    /// Goes to the end and gives what stands before it.
    String rest() {
        int from = at;
        at = end;
        return latin(from, end);
    }

    /// A name with its `=`, of which the name is given; empty where a value stands.
    String name() {
        int i = at;
        while (i < end && Ascii.word(text[i])) {
            i++;
        }
        if (i < end && text[i] == '[') {
            i = indexEnd(i);
        }
        boolean named = i > at && i + 1 < end && text[i] == '=' && text[i + 1] != '=';
        return named ? taken(i, i + 1) : "";
    }

    /// Place behind the index of an array that opens at `open`: `[IFLA_MTU]`, `[58 /* DEVCONF_??? */]`; `open` where
    /// it is none.
    private int indexEnd(int open) {
        int last = Math.min(end, open + LONGEST_INDEX);
        for (int i = open + 1; i < last; i++) {
            if (text[i] == ']') {
                return i + 1;
            }
            boolean comment = Ascii.at(text, i, end, " /* ") || Ascii.at(text, i, end, " */");
            i += Ascii.at(text, i, end, " /* ") ? 3 : 0;
            if (!comment && NOT_IN_INDEXES.indexOf(text[i]) >= 0) {
                return open;
            }
        }
        return open;
    }

    /// What joins two values, with its spaces; empty where nothing does. It is not taken.
    String operator() {
        if (ended()) {
            return "";
        }
        return switch (text[at]) {
            case '|' -> sees("||") ? "||" : "|";
            case '*' -> sees("*/") ? "" : "*";
            case '+' -> "+";
            case '<' -> sees("<<") ? "<<" : "";
            case ' ' -> SPACED_OPERATORS.stream().filter(this::sees).findFirst().orElse("");
            default -> "";
        };
    }

    /// Whether `<` opens a decoration here.
    boolean seesDecoration() {
        return sees("<") && !sees("<<") && !sees("<=");
    }

    /// What the decoration here holds; null where it does not close.
    @Nullable
    String decoration() {
        int close = Extent.decorationEnd(text, at, end);
        return close < 0 ? null : taken(at + 1, close - 1, close);
    }

    /// What stands between ` /*` and `*/` here; null where the comment does not close.
    @Nullable
    String comment() {
        int close = Ascii.indexOf(text, at + 3, end, "*/");
        return close < 0 ? null : taken(at + 3, close, close + 2);
    }

    /// What the string here holds, still escaped; null where it does not close.
    @Nullable
    String string() {
        int close = Extent.stringEnd(text, at, end);
        return close < 0 ? null : taken(at + 1, close - 1, close);
    }

    /// Digits and letters, also behind a sign, with a fraction, or between colons as the address of a network card.
    String number() {
        int i = text[at] == '-' ? at + 1 : at;
        while (i < end && (Ascii.word(text[i]) || innerDot(i) || innerColon(i))) {
            i++;
        }
        return taken(i, i);
    }

    private boolean innerColon(int i) {
        return text[i] == ':' && i + 1 < end && Ascii.word(text[i + 1]);
    }

    /// What is resumed here: `<... resuming interrupted clock_nanosleep ...>`; empty where nothing is.
    String resumed() {
        int close = sees("<... resuming interrupted ") ? Ascii.indexOf(text, at, end, " ...>") : -1;
        return close < 0 ? "" : taken(close + 5, close + 5);
    }

    /// A bare word; empty where none stands.
    String word() {
        int i = at;
        while (i < end && (Ascii.word(text[i]) || IN_WORDS.indexOf(text[i]) >= 0 || innerDot(i))) {
            i++;
        }
        return taken(i, i);
    }

    private boolean innerDot(int i) {
        return text[i] == '.' && i + 1 < end && Ascii.word(text[i + 1]);
    }

    private String taken(int to, int next) {
        return taken(at, to, next);
    }

    private String taken(int from, int to, int next) {
        at = next;
        return latin(from, to);
    }

    private String latin(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
