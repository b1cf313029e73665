package whence.source.index.table;

import java.util.Arrays;

/// From a name to its number: names in buckets by the top bits of their hash, each as its number with as many of the
/// hash's low bits above it as fit.
///
/// The number of bits of a bucket, the end of every bucket, the entries.
public final class NameTable {
    /// Names in a bucket, about.
    private static final int NAMES = 16;

    private NameTable() {}

    public static ByteSink encode(Pool names) {
        int bits = bits(names.count() / NAMES);
        int[] next = new int[(1 << bits) + 1];
        for (int id = 0; id < names.count(); id++) {
            next[bucket(hash(names, id), bits) + 1]++;
        }
        ByteSink sink = new ByteSink(4 + 4 * next.length + 4 * names.count());
        sink.i32(bits);
        for (int bucket = 1; bucket < next.length; bucket++) {
            next[bucket] += next[bucket - 1];
            sink.i32(next[bucket]);
        }
        int[] entries = new int[names.count()];
        for (int id = 0; id < names.count(); id++) {
            int hash = hash(names, id);
            entries[next[bucket(hash, bits)]++] = entry(id, hash, names.count());
        }
        Arrays.stream(entries).forEach(sink::i32);
        return sink;
    }

    /// The number of a name, or -1.
    public static int find(Region table, byte[] wanted, Strings names) {
        int bits = table.i32(0);
        int hash = Hash.of(wanted, 0, wanted.length);
        int bucket = bucket(hash, bits);
        int from = bucket == 0 ? 0 : table.i32(4L * bucket);
        int to = table.i32(4L * bucket + 4);
        long entries = 4 + 4L * (1 << bits);
        for (int at = from; at < to; at++) {
            int entry = table.i32(entries + 4L * at);
            int id = entry & mask(names.count());
            if (entry == entry(id, hash, names.count()) && Arrays.equals(names.bytes(id), wanted)) {
                return id;
            }
        }
        return -1;
    }

    private static int hash(Pool names, int id) {
        return Hash.of(names.bytes(id), names.start(id), names.start(id) + names.length(id));
    }

    /// Bits that count so many.
    private static int bits(int count) {
        return 32 - Integer.numberOfLeadingZeros(count);
    }

    private static int bucket(int hash, int bits) {
        return bits == 0 ? 0 : hash >>> (32 - bits);
    }

    private static int entry(int id, int hash, int names) {
        return id | (hash << bits(names));
    }

    private static int mask(int names) {
        return (1 << bits(names)) - 1;
    }
}
