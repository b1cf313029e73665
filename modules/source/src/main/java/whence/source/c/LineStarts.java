package whence.source.c;

import java.util.Arrays;

/// Where the lines of a text begin; the first at 0. Immutable once it is handed out.
final class LineStarts {
    private static final long ENDS = EightBytes.all('\n');

    private int[] offsets;
    private int count = 1;

    private LineStarts(int expected) {
        this.offsets = new int[expected];
    }

    static LineStarts of(byte[] bytes, int length) {
        LineStarts starts = new LineStarts(length / 24 + 16);
        int at = 0;
        for (; at + 8 <= length; at += 8) {
            for (long hits = EightBytes.hits(bytes, at, ENDS); hits != 0; hits &= hits - 1) {
                starts.add(at + EightBytes.first(hits) + 1);
            }
        }
        for (; at < length; at++) {
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

    int count() {
        return count;
    }

    /// Offset of the first byte of a line, counted from 0.
    int start(int line) {
        return offsets[line];
    }

    /// The line that a byte offset lies in, counted from 0.
    int line(int offset) {
        int found = Arrays.binarySearch(offsets, 0, count, offset);
        return found >= 0 ? found : -found - 2;
    }
}
