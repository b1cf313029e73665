package whence.source.c;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The tokens of one text as columns, without white space and comments. Offsets are into [#bytes], which is not copied:
/// whoever owns it leaves it alone. Immutable once lexed; may be read from several threads.
public final class Tokens {
    private static final Directive[] DIRECTIVES = Directive.values();

    private final byte[] bytes;
    private final int length;
    private byte[] kinds;
    private int[] starts;
    private int[] ends;
    private int count;
    private boolean spliced;
    private boolean marksLines;

    Tokens(byte[] bytes, int length, int expected) {
        this.bytes = bytes;
        this.length = length;
        this.kinds = new byte[expected];
        this.starts = new int[expected];
        this.ends = new int[expected];
    }

    /// Takes over the room of tokens that nobody will ask any more.
    Tokens(byte[] bytes, int length, Tokens spent) {
        this.bytes = bytes;
        this.length = length;
        this.kinds = spent.kinds;
        this.starts = spent.starts;
        this.ends = spent.ends;
    }

    /// How many tokens there is room for.
    int room() {
        return kinds.length;
    }

    void add(int kind, int start, int end) {
        if (count == kinds.length) {
            int larger = count + (count >> 1) + 16;
            kinds = Arrays.copyOf(kinds, larger);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
        }
        kinds[count] = (byte) kind;
        starts[count] = start;
        ends[count++] = end;
    }

    public byte[] bytes() {
        return bytes;
    }

    /// How many of the bytes are the text.
    int length() {
        return length;
    }

    public int count() {
        return count;
    }

    /// One of the numbers in [Kind], or the character of a punctuator; 0 outside of `[0, count)`, so that looking ahead
    /// needs no check.
    public int kind(int token) {
        return token >= 0 && token < count ? kinds[token] & 0xff : 0;
    }

    /// Offset of the first byte.
    public int start(int token) {
        return starts[token];
    }

    /// Offset behind the last byte.
    public int end(int token) {
        return ends[token];
    }

    /// First token that begins at or behind a byte offset; `count` where there is none.
    public int at(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 1;
    }

    /// Whether a token is exactly this word or punctuator.
    public boolean is(int token, String text) {
        if (token < 0 || token >= count) {
            return false;
        }
        int start = starts[token];
        int length = text.length();
        if (ends[token] - start != length) {
            return spliced && kind(token) == Kind.IDENTIFIER && text(token).equals(text);
        }
        for (int i = 0; i < length; i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether two tokens are written alike.
    public boolean same(int one, int other) {
        return Arrays.equals(bytes, starts[one], ends[one], bytes, starts[other], ends[other]);
    }

    /// The token's text with its continuation lines joined, as the preprocessor sees it.
    public String text(int token) {
        String raw = raw(token, token + 1);
        return raw.indexOf('\\') >= 0 ? Splices.join(raw) : raw;
    }

    /// The source from the first byte of `from` to the last of the token before `to`, as it stands.
    public String raw(int from, int to) {
        if (from >= to) {
            return "";
        }
        int start = starts[from];
        return new String(bytes, start, ends[to - 1] - start, StandardCharsets.UTF_8);
    }

    /// What a [Kind#DIRECTIVE] token does; [Directive#UNKNOWN] for tokens of any other kind.
    public Directive directive(int token) {
        if (kind(token) != Kind.DIRECTIVE) {
            return Directive.UNKNOWN;
        }
        int at = Splices.skipSpace(bytes, starts[token] + 1, ends[token]);
        byte first = at < ends[token] ? bytes[at] : 0;
        for (Directive candidate : DIRECTIVES) {
            if (candidate.word().charAt(0) == first && Splices.wordAt(bytes, at, ends[token], candidate.word())) {
                return candidate;
            }
        }
        return Directive.UNKNOWN;
    }

    /// The tokens of a directive behind its word, in the same offsets: of `#define X(a) (a)` those from `X` on.
    public Tokens directiveBody(int token) {
        int at = Splices.skipSpace(bytes, starts[token] + 1, ends[token]);
        int word = at;
        while (word < ends[token] && Splices.letter(bytes[word])) {
            word++;
        }
        return Lexer.line(bytes, word, ends[token]);
    }

    /// Whether a word runs over a line end, so that its bytes are not its text.
    public boolean isSpliced(int token) {
        return spliced && raw(token, token + 1).indexOf('\\') >= 0;
    }

    /// Remembers that some word runs over a line end, so that comparing words stays cheap where none does.
    void markSpliced() {
        spliced = true;
    }

    /// Remembers that some directive may state line numbers.
    void markLines() {
        marksLines = true;
    }

    boolean marksLines() {
        return marksLines;
    }
}
