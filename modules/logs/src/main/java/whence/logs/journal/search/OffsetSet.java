package whence.logs.journal.search;

/// A set of offsets that answers most questions from a few bits. One thread.
public final class OffsetSet {
    private static final int BITS = 1 << 14;

    private final long[] bits = new long[BITS / 64];
    private long[] slots = new long[64];
    private int count;

    public void add(long offset) {
        int bit = bit(offset);
        bits[bit >>> 6] |= 1L << bit;
        if (count * 2 >= slots.length) {
            grow();
        }
        put(offset);
    }

    private void put(long offset) {
        int at = slot(offset);
        while (slots[at] != 0 && slots[at] != offset) {
            at = (at + 1) & (slots.length - 1);
        }
        count += slots[at] == 0 ? 1 : 0;
        slots[at] = offset;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 4];
        count = 0;
        for (long offset : old) {
            if (offset != 0) {
                put(offset);
            }
        }
    }

    /// False where the set does not hold `offset`; cheap.
    public boolean mayHold(long offset) {
        int bit = bit(offset);
        return (bits[bit >>> 6] & 1L << bit) != 0;
    }

    public boolean holds(long offset) {
        int at = slot(offset);
        while (slots[at] != 0 && slots[at] != offset) {
            at = (at + 1) & (slots.length - 1);
        }
        return offset != 0 && slots[at] == offset;
    }

    private static int bit(long offset) {
        return (int) (offset >>> 3) & (BITS - 1);
    }

    private int slot(long offset) {
        return (int) (((offset >>> 3) * 0x9e3779b97f4a7c15L) >>> 40) & (slots.length - 1);
    }
}
