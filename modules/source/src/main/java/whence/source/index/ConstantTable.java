package whence.source.index;

import java.util.ArrayList;
import java.util.List;

/// Which files define a name as a macro or an enumerator, by 32 bits of the name's hash: a kernel tree has millions
/// of such names, most of them registers of some graphics chip, and keeping them as text would take more room than
/// all the rest.
final class ConstantTable {
    private static final int BUCKET_BITS = 16;
    private static final int BUCKETS = 1 << BUCKET_BITS;

    private ConstantTable() {}

    /// Encodes pairs of hash (high half) and file. An entry is 16 more bits of the hash and 32 of the file, in 6 bytes.
    static ByteSink encode(Longs pairs) {
        pairs.sort();
        ByteSink sink = new ByteSink(4 * BUCKETS + 6 * pairs.size());
        int at = firstNegative(pairs);
        int first = at;
        int[] ends = new int[BUCKETS];
        for (int i = 0; i < pairs.size(); i++) {
            ends[(int) (pairs.get(i) >>> 48)]++;
        }
        int total = 0;
        for (int end : ends) {
            total += end;
            sink.i32(total);
        }
        // Sorting is signed: the hashes with their top bit clear stand behind the others.
        for (int i = 0; i < pairs.size(); i++) {
            long pair = pairs.get((first + i) % Math.max(1, pairs.size()));
            sink.u8((int) (pair >>> 32));
            sink.u8((int) (pair >>> 40));
            sink.i32((int) pair);
        }
        return sink;
    }

    /// Where the first pair with a clear top bit stands.
    private static int firstNegative(Longs pairs) {
        int at = 0;
        while (at < pairs.size() && pairs.get(at) < 0) {
            at++;
        }
        return at;
    }

    static List<Integer> files(Region table, int hash, int limit) {
        List<Integer> files = new ArrayList<>();
        int bucket = hash >>> BUCKET_BITS;
        int from = bucket == 0 ? 0 : table.i32(4L * (bucket - 1));
        int to = table.i32(4L * bucket);
        for (int i = from; i < to; i++) {
            long entry = 4L * BUCKETS + 6L * i;
            int file = table.i32(entry + 2);
            if (table.u16(entry) == (hash & 0xffff) && file >= 0 && file < limit) {
                files.add(file);
            }
        }
        return files;
    }

    /// Hands on all pairs, as [#encode] took them.
    static void each(Region table, Pairs pairs) {
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int from = bucket == 0 ? 0 : table.i32(4L * (bucket - 1));
            int to = table.i32(4L * bucket);
            for (int i = from; i < to; i++) {
                long entry = 4L * BUCKETS + 6L * i;
                pairs.pair((bucket << BUCKET_BITS) | table.u16(entry), table.i32(entry + 2));
            }
        }
    }

    interface Pairs {
        void pair(int hash, int file);
    }
}
