package whence.source.logs.format;

/// Words of a text: runs of letters, digits and `_`.
public final class Words {
    private Words() {}

    /// Whether a byte is part of a word.
    public static boolean letter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_';
    }

    /// Letters and digits in a range.
    public static int letters(byte[] bytes, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += letter(bytes[i]) ? 1 : 0;
        }
        return letters;
    }

    /// The same for the same bytes in every version of the index: indexes on disk hold it.
    public static int hash(byte[] bytes, int from, int to) {
        int hash = 0x811c9dc5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x01000193;
        }
        return hash ^ (hash >>> 15);
    }

    /// Takes the hash of every word of at least two bytes in a range.
    public static void each(byte[] bytes, int from, int to, Taker taker) {
        int at = from;
        while (at < to) {
            if (!letter(bytes[at])) {
                at++;
                continue;
            }
            int start = at;
            while (at < to && letter(bytes[at])) {
                at++;
            }
            if (at - start >= 2) {
                taker.word(hash(bytes, start, at), start, at);
            }
        }
    }

    /// Takes one word, bytes `[from, to)`.
    public interface Taker {
        void word(int hash, int from, int to);
    }
}
