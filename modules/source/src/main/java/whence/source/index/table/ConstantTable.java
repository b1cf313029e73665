package whence.source.index.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which files define a name as a macro or an enumerator, by 32 bits of the name's hash: a kernel tree has millions
/// of such names, most of them registers of some graphics chip, and keeping them as text would take more room than
/// all the rest.
///
/// Pairs of hash and file stand in buckets by the top bits of the hash, in the order of the hash, each as the step from
/// the hash before it and the file's rank: few files define most names, so these have the low ranks.
public final class ConstantTable {
    /// Pairs in a bucket, about.
    private static final int PAIRS = 64;

    private final Region region;
    private final int bits;
    private final int ranks;

    public ConstantTable(Region region) {
        this.region = region;
        this.bits = region.i32(0);
        this.ranks = region.i32(4);
    }

    /// A pair for [#encode]: sorting is signed, so the hash's top bit is turned.
    public static long pair(int hash, int file) {
        return ((long) (hash ^ Integer.MIN_VALUE) << 32) | file;
    }

    /// Encodes pairs in their order.
    public static ByteSink encode(long[] pairs) {
        int[] uses = uses(pairs);
        int[] ranked = IntStream.range(0, uses.length)
                .filter(file -> uses[file] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer file) -> -uses[file]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[uses.length];
        int bits = Math.max(0, 31 - Integer.numberOfLeadingZeros(pairs.length / PAIRS | 1));
        ByteSink sink = new ByteSink(8 + 4 * ranked.length + (4 << bits) + 4 * pairs.length);
        sink.i32(bits);
        sink.i32(ranked.length);
        for (int rank = 0; rank < ranked.length; rank++) {
            sink.i32(ranked[rank]);
            ranks[ranked[rank]] = rank;
        }
        buckets(pairs, ranks, bits, sink);
        return sink;
    }

    /// How many pairs each file has.
    private static int[] uses(long[] pairs) {
        int[] uses = new int[16];
        for (long pair : pairs) {
            int file = (int) pair;
            uses = file < uses.length ? uses : Arrays.copyOf(uses, file * 2);
            uses[file]++;
        }
        return uses;
    }

    private static void buckets(long[] pairs, int[] ranks, int bits, ByteSink sink) {
        int ends = sink.leave(4 << bits);
        int data = sink.size();
        int at = 0;
        for (int bucket = 0; bucket < 1 << bits; bucket++) {
            int last = first(bucket, bits);
            for (; at < pairs.length && bucket(hash(pairs[at]), bits) == bucket; at++) {
                sink.number(hash(pairs[at]) - last);
                sink.number(ranks[(int) pairs[at]]);
                last = hash(pairs[at]);
            }
            sink.set(ends + 4 * bucket, sink.size() - data);
        }
    }

    private static int hash(long pair) {
        return (int) (pair >>> 32) ^ Integer.MIN_VALUE;
    }

    private static int bucket(int hash, int bits) {
        return bits == 0 ? 0 : hash >>> (32 - bits);
    }

    /// The lowest hash of a bucket.
    private static int first(int bucket, int bits) {
        return bits == 0 ? 0 : bucket << (32 - bits);
    }

    /// The files that may define a name of this hash, in their order.
    public List<Integer> files(int hash) {
        Ints files = new Ints();
        bucket(bucket(hash, bits), (there, file) -> {
            if (there == hash) {
                files.add(file);
            }
        });
        files.sortDistinct(0);
        return Arrays.stream(files.toArray()).boxed().toList();
    }

    /// Takes one pair.
    public interface Pairs {
        void pair(int hash, int file);
    }

    /// Hands on all pairs, as [#encode] took them.
    public void each(Pairs pairs) {
        for (int bucket = 0; bucket < 1 << bits; bucket++) {
            bucket(bucket, pairs);
        }
    }

    private void bucket(int bucket, Pairs pairs) {
        long ends = 8 + 4L * ranks;
        long data = ends + (4L << bits);
        int from = bucket == 0 ? 0 : region.i32(ends + 4L * (bucket - 1));
        ByteSource source = new ByteSource(region.copy(data + from, region.i32(ends + 4L * bucket) - from));
        int hash = first(bucket, bits);
        while (source.more()) {
            hash += source.number();
            pairs.pair(hash, region.i32(8 + 4L * source.number()));
        }
    }
}
