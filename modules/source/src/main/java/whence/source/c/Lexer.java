package whence.source.c;

import static whence.source.c.CharacterClass.APOSTROPHE;
import static whence.source.c.CharacterClass.BACKSLASH;
import static whence.source.c.CharacterClass.BLANK;
import static whence.source.c.CharacterClass.DIGIT;
import static whence.source.c.CharacterClass.HASH;
import static whence.source.c.CharacterClass.LETTER;
import static whence.source.c.CharacterClass.LINE_END;
import static whence.source.c.CharacterClass.PUNCTUATOR;
import static whence.source.c.CharacterClass.QUOTE;
import static whence.source.c.CharacterClass.SINGLE;
import static whence.source.c.CharacterClass.SLASH;

/// Cuts C into tokens; takes any bytes and never fails: a string that is not closed ends with its line, a comment
/// that is not closed with the text. Time is linear in the length.
///
/// The text is read as it stands: no macro is expanded, and every branch of a conditional group is lexed. Preprocessor
/// lines are one token each, so that a parser can step over them or look into them as it likes.
public final class Lexer {
    /// Tokens whose room is used again; the largest files have a hundred times as many.
    private static final int MOST_KEPT = 1 << 20;

    private final byte[] bytes;
    private final int to;
    private final boolean directives;
    private final Tokens tokens;
    private int at;

    private Lexer(Tokens tokens, int from, int to, boolean directives) {
        this.bytes = tokens.bytes();
        this.at = from;
        this.to = to;
        this.directives = directives;
        this.tokens = tokens;
    }

    /// All tokens of a text.
    public static Tokens lex(byte[] bytes) {
        return lex(bytes, 0, bytes.length);
    }

    /// The tokens of `[from, to)`, which should begin at the beginning of a line.
    public static Tokens lex(byte[] bytes, int from, int to) {
        return new Lexer(new Tokens(bytes, bytes.length, expected(from, to)), from, to, true).run();
    }

    /// All tokens of a text that is the first `length` bytes, in the room that those of another text took, which is not
    /// to be asked any more: who reads one file after the other needs room for one.
    public static Tokens lex(byte[] bytes, int length, Tokens spent) {
        boolean fits = spent.room() < MOST_KEPT && spent.room() > 16;
        Tokens tokens = fits ? new Tokens(bytes, length, spent) : new Tokens(bytes, length, expected(0, length));
        return new Lexer(tokens, 0, length, true).run();
    }

    private static int expected(int from, int to) {
        return (to - from) / 6 + 16;
    }

    /// The tokens of a piece of a line, such as a macro's body: a `#` there is a punctuator.
    public static Tokens line(byte[] bytes, int from, int to) {
        return new Lexer(new Tokens(bytes, bytes.length, expected(from, to)), from, to, false).run();
    }

    private Tokens run() {
        boolean lineBegins = directives;
        while (at < to) {
            byte kind = CharacterClass.of(bytes[at]);
            switch (kind) {
                case BLANK -> {
                    // Written out: as a call of its own it costs a tenth of all the time wherever it is not inlined.
                    int i = at + 1;
                    while (i < to && CharacterClass.of(bytes[i]) == BLANK) {
                        i++;
                    }
                    at = i;
                }
                case LINE_END -> {
                    at++;
                    lineBegins = directives;
                }
                case SLASH -> lineBegins &= slash();
                case BACKSLASH -> lineBegins &= backslash();
                case HASH -> {
                    hash(lineBegins);
                    lineBegins = false;
                }
                default -> {
                    token(kind);
                    lineBegins = false;
                }
            }
        }
        return tokens;
    }

    private int blanksEnd(int from) {
        int i = from;
        while (i < to && CharacterClass.of(bytes[i]) == BLANK) {
            i++;
        }
        return i;
    }

    private void token(byte kind) {
        switch (kind) {
            case LETTER -> word(Kind.IDENTIFIER);
            case DIGIT -> number();
            case QUOTE -> quoted('"', Kind.STRING);
            case APOSTROPHE -> quoted('\'', Kind.CHARACTER);
            case SINGLE -> tokens.add(bytes[at], at, ++at);
            case PUNCTUATOR -> punctuator();
            default -> other();
        }
    }

    private void word(int kind) {
        int start = at;
        int end = wordEnd(start + 1);
        while (end < to && bytes[end] == '\\') {
            int behind = end + Splices.length(bytes, end, to);
            if (behind == end || behind >= to || CharacterClass.of(bytes[behind]) > DIGIT) {
                break;
            }
            end = wordEnd(behind);
            tokens.markSpliced();
        }
        at = end;
        tokens.add(kind, start, end);
    }

    private int wordEnd(int from) {
        int i = from;
        while (i < to && CharacterClass.of(bytes[i]) <= DIGIT) {
            i++;
        }
        return i;
    }

    private void number() {
        int start = at++;
        while (at < to) {
            byte b = bytes[at];
            if (CharacterClass.of(b) <= DIGIT || b == '.') {
                at++;
            } else if ((b == '+' || b == '-') && exponent(start)) {
                at++;
            } else {
                break;
            }
        }
        tokens.add(Kind.NUMBER, start, at);
    }

    private boolean exponent(int start) {
        boolean hexadecimal = at - start > 1 && (bytes[start + 1] | 0x20) == 'x';
        return (bytes[at - 1] | 0x20) == (hexadecimal ? 'p' : 'e');
    }

    private void quoted(char quote, int kind) {
        int i = at + 1;
        while (i < to) {
            byte b = bytes[i];
            if (b == quote) {
                i++;
                break;
            }
            if (b == '\n') {
                break;
            }
            if (b == '\\') {
                int splice = Splices.length(bytes, i, to);
                i = Math.min(to, i + (splice > 0 ? splice : 2));
            } else {
                i++;
            }
        }
        tokens.add(kind, at, i);
        at = i;
    }

    private void punctuator() {
        byte first = bytes[at];
        byte second = at + 1 < to ? bytes[at + 1] : 0;
        byte third = at + 2 < to ? bytes[at + 2] : 0;
        if (first == '.' && second >= '0' && second <= '9') {
            number();
            return;
        }
        int kind = Punctuators.kind(first, second, third);
        int length = Punctuators.length(kind);
        tokens.add(kind, at, at + length);
        at += length;
    }

    /// A comment, or the operator; true where the line still counts as just begun.
    private boolean slash() {
        byte next = at + 1 < to ? bytes[at + 1] : 0;
        if (next == '*') {
            at = Ends.comment(bytes, at, to);
            return true;
        }
        if (next == '/') {
            at = Ends.line(bytes, at + 2, to);
            return true;
        }
        punctuator();
        return false;
    }

    private boolean backslash() {
        int splice = Splices.length(bytes, at, to);
        if (splice == 0) {
            tokens.add('\\', at, at + 1);
            at++;
            return false;
        }
        at += splice;
        return true;
    }

    private void hash(boolean lineBegins) {
        if (!lineBegins) {
            punctuator();
            return;
        }
        int start = at;
        at = Ends.directive(bytes, at + 1, to);
        int end = at;
        while (end > start + 1 && CharacterClass.of(bytes[end - 1]) == BLANK) {
            end--;
        }
        tokens.add(Kind.DIRECTIVE, start, end);
        if (mayMark(start + 1, end)) {
            tokens.markLines();
        }
    }

    /// Whether a directive begins as `#line` or `# 7` do, or cannot be told at a glance; nearly all do not.
    private boolean mayMark(int from, int end) {
        int i = blanksEnd(from);
        byte first = i < end ? bytes[i] : 0;
        return first == 'l' || first == '/' || first == '\\' || (first >= '0' && first <= '9');
    }

    private void other() {
        int start = at++;
        while (at < to && CharacterClass.of(bytes[at]) == CharacterClass.OTHER) {
            at++;
        }
        tokens.add(Kind.OTHER, start, at);
    }
}
