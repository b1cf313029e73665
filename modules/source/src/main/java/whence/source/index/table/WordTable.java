package whence.source.index.table;

/// Texts by the hash of a word: the hashes in order, the end of each list, the lists. A list is its length and its
/// texts in order, each as the step from the one before it.
public final class WordTable {
    private final Region region;
    private final int count;

    public WordTable(Region region) {
        this.region = region;
        this.count = region.size() < 4 ? 0 : region.i32(0);
        if (count < 0 || 4 + 8L * count > Math.max(4, region.size())) {
            throw new DamagedException("more words than there is room for");
        }
    }

    /// Encodes pairs of hash (high half) and text, in order; each pair is there once.
    public static ByteSink encode(long[] pairs) {
        ByteSink hashes = new ByteSink(1 << 10);
        ByteSink ends = new ByteSink(1 << 10);
        ByteSink lists = new ByteSink(4 + 2 * pairs.length);
        int distinct = 0;
        for (int from = 0; from < pairs.length; distinct++) {
            int to = from;
            while (to < pairs.length && hash(pairs[to]) == hash(pairs[from])) {
                to++;
            }
            hashes.i32(hash(pairs[from]));
            lists.number(to - from);
            int last = 0;
            for (; from < to; from++) {
                lists.number((int) pairs[from] - last);
                last = (int) pairs[from];
            }
            ends.i32(lists.size());
        }
        ByteSink sink = new ByteSink(4 + 8 * distinct + lists.size());
        sink.i32(distinct);
        for (ByteSink part : new ByteSink[] {hashes, ends, lists}) {
            sink.bytes(part.array(), 0, part.size());
        }
        return sink;
    }

    private static int hash(long pair) {
        return (int) (pair >>> 32);
    }

    /// The list of a word, or -1.
    public int list(int hash) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = region.i32(4 + 4L * middle);
            if (there == hash) {
                return middle;
            }
            low = there < hash ? middle + 1 : low;
            high = there < hash ? high : middle - 1;
        }
        return -1;
    }

    /// How many texts a list has.
    public int length(int list) {
        long start = start(list);
        return new ByteSource(copy(start, Math.min(start + 5, region.size()))).number();
    }

    /// The texts of a list, in their order.
    public int[] texts(int list) {
        ByteSource source = new ByteSource(copy(start(list), end(list)));
        int[] texts = new int[source.count()];
        int last = 0;
        for (int i = 0; i < texts.length; i++) {
            last += source.number();
            texts[i] = last;
        }
        return texts;
    }

    private byte[] copy(long from, long to) {
        return region.copy(from, to - from);
    }

    private long start(int list) {
        return list == 0 ? 4 + 8L * count : end(list - 1);
    }

    private long end(int list) {
        return 4 + 8L * count + region.i32(4 + 4L * count + 4L * list);
    }
}
