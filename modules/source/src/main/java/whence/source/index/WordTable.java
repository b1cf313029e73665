package whence.source.index;

/// Texts by the hash of a word: the hashes in order, the end of each list, the lists.
public final class WordTable {
    private final Region bytes;
    private final int count;

    public WordTable(Region bytes) {
        this.bytes = bytes;
        this.count = bytes.size() < 4 ? 0 : bytes.i32(0);
    }

    /// Encodes pairs of hash (high half) and text.
    static ByteSink encode(Longs pairs) {
        pairs.sort();
        int distinct = 0;
        for (int i = 0; i < pairs.size(); i++) {
            distinct += i == 0 || hash(pairs, i) != hash(pairs, i - 1) ? 1 : 0;
        }
        ByteSink sink = new ByteSink(4 + 8 * distinct + 4 * pairs.size());
        sink.i32(distinct);
        for (int i = 0; i < pairs.size(); i++) {
            if (i == 0 || hash(pairs, i) != hash(pairs, i - 1)) {
                sink.i32(hash(pairs, i));
            }
        }
        for (int i = 0; i < pairs.size(); i++) {
            if (i + 1 == pairs.size() || hash(pairs, i) != hash(pairs, i + 1)) {
                sink.i32(i + 1);
            }
        }
        for (int i = 0; i < pairs.size(); i++) {
            sink.i32((int) pairs.get(i));
        }
        return sink;
    }

    private static int hash(Longs pairs, int i) {
        return (int) (pairs.get(i) >>> 32);
    }

    /// The list of a word, or -1.
    public int list(int hash) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = bytes.i32(4 + 4L * middle);
            if (there == hash) {
                return middle;
            }
            low = there < hash ? middle + 1 : low;
            high = there < hash ? high : middle - 1;
        }
        return -1;
    }

    public int start(int list) {
        return list == 0 ? 0 : end(list - 1);
    }

    public int end(int list) {
        return bytes.i32(4 + 4L * count + 4L * list);
    }

    public int text(int at) {
        return bytes.i32(4 + 8L * count + 4L * at);
    }
}
