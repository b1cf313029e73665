package whence.timeline;

import java.util.Arrays;
import java.util.Objects;

/// A set of positions of a timeline; immutable. Combining takes one pass over the words, [#position] and [#rank] a
/// search in a small index: a list of any length can show row `i` of a filter at once.
public final class Matches {
    private static final int BLOCK_WORDS = 8;

    private final long[] words;
    private final int size;
    private final int[] before;
    private final int count;

    private Matches(long[] words, int size) {
        this.words = words;
        this.size = size;
        this.before = new int[Math.max(1, (words.length + BLOCK_WORDS - 1) / BLOCK_WORDS)];
        int sum = 0;
        for (int i = 0; i < words.length; i++) {
            if (i % BLOCK_WORDS == 0) {
                before[i / BLOCK_WORDS] = sum;
            }
            sum += Long.bitCount(words[i]);
        }
        this.count = sum;
    }

    /// Takes over the words; bits from `size` on must be 0.
    static Matches of(long[] words, int size) {
        return new Matches(words, size);
    }

    /// Wraps a copy of the words, without the bits from `size` on.
    public static Matches ofWords(long[] words, int size) {
        long[] copy = Arrays.copyOf(words, (size + 63) >>> 6);
        if ((size & 63) != 0) {
            copy[copy.length - 1] &= -1L >>> -size;
        }
        return new Matches(copy, size);
    }

    /// Every position below `size`.
    public static Matches all(int size) {
        long[] words = new long[(size + 63) >>> 6];
        Arrays.fill(words, -1L);
        return ofWords(words, size);
    }

    public static Matches none(int size) {
        return new Matches(new long[(size + 63) >>> 6], size);
    }

    /// How many positions there are in all.
    public int size() {
        return size;
    }

    /// How many are in the set.
    public int count() {
        return count;
    }

    public boolean contains(int position) {
        return (words[position >>> 6] >>> position & 1) != 0;
    }

    /// The `index`-th position of the set, from 0.
    ///
    /// @throws IndexOutOfBoundsException where the set has not that many
    public int position(int index) {
        Objects.checkIndex(index, count);
        int block = block(index);
        int left = index - before[block];
        int word = block * BLOCK_WORDS;
        while (Long.bitCount(words[word]) <= left) {
            left -= Long.bitCount(words[word++]);
        }
        long bits = words[word];
        for (; left > 0; left--) {
            bits &= bits - 1;
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    /// The last block that at most `index` of the set stand before.
    private int block(int index) {
        int low = 0;
        int high = before.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before[middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// How many of the set are before `position`: the row of the list where it stands or would stand.
    public int rank(int position) {
        if (position >= size) {
            return count;
        }
        int word = position >>> 6;
        int sum = before[word / BLOCK_WORDS];
        for (int i = word / BLOCK_WORDS * BLOCK_WORDS; i < word; i++) {
            sum += Long.bitCount(words[i]);
        }
        return sum + Long.bitCount(words[word] & ((1L << position) - 1));
    }

    public Matches and(Matches other) {
        long[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] &= other.words[i];
        }
        return new Matches(result, size);
    }

    public Matches or(Matches other) {
        long[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] |= other.words[i];
        }
        return new Matches(result, size);
    }

    public Matches not() {
        long[] result = new long[words.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = ~words[i];
        }
        return ofWords(result, size);
    }
}
