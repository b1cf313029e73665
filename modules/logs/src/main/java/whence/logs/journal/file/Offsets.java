package whence.logs.journal.file;

import java.util.Arrays;

/// A growing list of offsets.
public final class Offsets {
    private long[] offsets;
    private int count;

    public Offsets(long expected) {
        offsets = new long[Math.clamp(expected, 16, 1 << 22)];
    }

    public void add(long offset) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count + (count >> 1));
        }
        offsets[count++] = offset;
    }

    public long get(int index) {
        return offsets[index];
    }

    public int count() {
        return count;
    }

    /// Puts them in order, each once.
    public void sortDistinct() {
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
