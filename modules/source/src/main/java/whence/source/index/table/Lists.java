package whence.source.index.table;

/// Lists of numbers by number, in blocks of [#BLOCK] lists: of each list its length and its numbers in order, each as
/// the step from the one before it in the block. Most lists are empty, and neighbours hold the same numbers.
///
/// A count, the end of every block, the blocks.
public final class Lists {
    private static final int BLOCK = 32;

    private final Region region;
    private final int count;
    private final long blocks;

    public Lists(Region region) {
        this.region = region;
        this.count = region.size() < 4 ? 0 : region.i32(0);
        this.blocks = 4 + 4L * blocks(count);
        if (count < 0 || (count > 0 && blocks > region.size())) {
            throw new DamagedException("more lists than there is room for");
        }
    }

    private static int blocks(int lists) {
        return (lists + BLOCK - 1) / BLOCK;
    }

    /// Encodes pairs of list (high half) and number, in order; each pair is there once.
    public static ByteSink encode(int lists, long[] pairs) {
        ByteSink sink = new ByteSink(4 + 4 * blocks(lists) + lists + 2 * pairs.length);
        sink.i32(lists);
        int ends = sink.leave(4 * blocks(lists));
        int data = sink.size();
        int at = 0;
        int last = 0;
        for (int list = 0; list < lists; list++) {
            int end = at;
            while (end < pairs.length && (int) (pairs[end] >>> 32) == list) {
                end++;
            }
            last = list % BLOCK == 0 ? 0 : last;
            sink.number(end - at);
            for (; at < end; at++) {
                sink.signed((int) pairs[at] - last);
                last = (int) pairs[at];
            }
            if (list % BLOCK == BLOCK - 1 || list == lists - 1) {
                sink.set(ends + 4 * (list / BLOCK), sink.size() - data);
            }
        }
        return sink;
    }

    public int count() {
        return count;
    }

    /// The numbers of one list.
    public int[] of(int list) {
        int block = list / BLOCK;
        long start = block == 0 ? 0 : region.i32(4L * block);
        ByteSource source = new ByteSource(region.copy(blocks + start, region.i32(4L * (block + 1)) - start));
        int last = 0;
        for (int skipped = list % BLOCK; skipped > 0; skipped--) {
            for (int left = source.count(); left > 0; left--) {
                last += source.signed();
            }
        }
        int[] numbers = new int[source.count()];
        for (int i = 0; i < numbers.length; i++) {
            last += source.signed();
            numbers[i] = last;
        }
        return numbers;
    }

    public boolean isEmpty(int list) {
        return of(list).length == 0;
    }
}
