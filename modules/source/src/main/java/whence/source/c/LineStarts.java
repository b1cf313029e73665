package whence.source.c;

import java.util.Arrays;

/// Where the lines of a text begin.
final class LineStarts {
    private static final long ENDS = EightBytes.all('\n');

    private int[] offsets;
    private int count = 1;

    private LineStarts(int expected) {
        this.offsets = new int[expected];
    }

    static LineStarts of(byte[] bytes) {
        LineStarts starts = new LineStarts(bytes.length / 24 + 16);
        int at = 0;
        for (; at + 8 <= bytes.length; at += 8) {
            for (long hits = EightBytes.hits(bytes, at, ENDS); hits != 0; hits &= hits - 1) {
                starts.add(at + EightBytes.first(hits) + 1);
            }
        }
        for (; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                starts.add(at + 1);
            }
        }
        return starts;
    }

    private void add(int offset) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count++] = offset;
    }

    /// The first [#count] are good; the first is 0.
    int[] offsets() {
        return offsets;
    }

    int count() {
        return count;
    }
}
