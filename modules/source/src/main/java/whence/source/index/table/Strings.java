package whence.source.index.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbered byte strings in an image, in blocks of [#BLOCK]: of each string how many bytes it begins alike with the
/// one before it in its block, how many follow, and these. Names that were first seen together begin alike.
///
/// A count, the end of every block, the blocks.
public final class Strings {
    private static final int BLOCK = 16;

    private final Region region;
    private final int count;
    private final long blocks;

    public Strings(Region region) {
        this.region = region;
        this.count = region.i32(0);
        this.blocks = 4 + 4L * blocks(count);
        if (count < 0 || blocks > region.size()) {
            throw new DamagedException("more strings than there is room for");
        }
    }

    private static int blocks(int strings) {
        return (strings + BLOCK - 1) / BLOCK;
    }

    public static ByteSink encode(Pool pool) {
        ByteSink sink = new ByteSink(4 + 4 * blocks(pool.count()) + pool.bytes() + 64);
        sink.i32(pool.count());
        int ends = sink.leave(4 * blocks(pool.count()));
        int data = sink.size();
        for (int id = 0; id < pool.count(); id++) {
            int length = pool.length(id);
            int shared = id % BLOCK == 0 ? 0 : shared(pool, id);
            sink.number(shared);
            sink.number(length - shared);
            sink.bytes(pool.bytes(id), pool.start(id) + shared, length - shared);
            if (id % BLOCK == BLOCK - 1 || id == pool.count() - 1) {
                sink.set(ends + 4 * (id / BLOCK), sink.size() - data);
            }
        }
        return sink;
    }

    /// How many bytes a string begins alike with the one before it.
    private static int shared(Pool pool, int id) {
        int before = pool.start(id - 1);
        int start = pool.start(id);
        int differs = Arrays.mismatch(
                pool.bytes(id - 1),
                before,
                before + pool.length(id - 1),
                pool.bytes(id),
                start,
                start + pool.length(id));
        return differs < 0 ? pool.length(id) : differs;
    }

    public int count() {
        return count;
    }

    /// A copy of a string's bytes.
    public byte[] bytes(int id) {
        int block = id / BLOCK;
        long start = block == 0 ? 0 : region.i32(4L * block);
        byte[] data = region.copy(blocks + start, region.i32(4L * (block + 1)) - start);
        Run run = new Run(data);
        for (int i = id % BLOCK; i >= 0; i--) {
            run.next();
        }
        return Arrays.copyOf(run.text, run.length);
    }

    public String text(int id) {
        return new String(bytes(id), StandardCharsets.UTF_8);
    }

    /// Takes a string; its bytes are good for the call only.
    public interface Taker {
        void string(int id, byte[] bytes, int length);
    }

    /// Hands on all strings in their order.
    public void each(Taker taker) {
        Run run = new Run(region.copy(blocks, region.size() - blocks));
        for (int id = 0; id < count; id++) {
            run.next();
            taker.string(id, run.text, run.length);
        }
    }

    /// One string after the other, each made of the one before it.
    private static final class Run {
        private final byte[] data;
        private final ByteSource source;
        private byte[] text = new byte[256];
        private int length;

        Run(byte[] data) {
            this.data = data;
            this.source = new ByteSource(data);
        }

        void next() {
            try {
                int shared = source.number();
                int rest = source.number();
                length = Math.addExact(shared, rest);
                if (length > text.length) {
                    text = Arrays.copyOf(text, length * 2);
                }
                System.arraycopy(data, source.at(), text, shared, rest);
                source.skip(rest);
            } catch (IndexOutOfBoundsException | ArithmeticException damaged) {
                throw new DamagedException("a block of strings is damaged", damaged);
            }
        }
    }
}
