package whence.logs.journal;

import java.util.Arrays;

/// A growing list of offsets.
final class Offsets {
    private long[] offsets;
    private int count;

    Offsets(long expected) {
        offsets = new long[Math.clamp(expected, 16, 1 << 22)];
    }

    void add(long offset) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count + (count >> 1));
        }
        offsets[count++] = offset;
    }

    long get(int index) {
        return offsets[index];
    }

    int count() {
        return count;
    }

    /// Puts them in order, each once.
    void sortDistinct() {
        Arrays.sort(offsets, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || offsets[i] != offsets[i - 1]) {
                offsets[kept++] = offsets[i];
            }
        }
        count = kept;
    }
}
