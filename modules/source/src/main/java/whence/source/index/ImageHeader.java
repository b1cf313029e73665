package whence.source.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import whence.bytes.Bytes;
import whence.source.index.table.Blocks;
import whence.source.index.table.ByteSink;
import whence.source.index.table.DamagedException;
import whence.source.index.table.Hash;
import whence.source.index.table.Region;

/// The beginning of an image in a file: what it is and of which tree, how long it is, where its sections stand in the
/// body behind it, the sum of each block of the body, and a sum over all of this.
final class ImageHeader {
    static final int NAME = 32;
    private static final long MAGIC = 0x3130_4352_5348_5257L;
    private static final int SECTIONS = Section.values().length;
    private static final int FIXED = 16 + NAME + 8 * (SECTIONS + 1);

    private final String name;
    private final long[] bounds;
    private final long[] sums;

    /// @param name 32 hexadecimal digits that tell the tree and its contents
    /// @param bounds where each section begins in the body, and where the last ends
    /// @param sums of the blocks of the body
    ImageHeader(String name, long[] bounds, long[] sums) {
        this.name = name;
        this.bounds = bounds;
        this.sums = sums;
    }

    byte[] encode() {
        ByteSink header = new ByteSink(FIXED + 8 * sums.length + 8);
        header.i64(MAGIC);
        header.i32(Image.VERSION);
        header.i32(SECTIONS);
        header.bytes(name.getBytes(StandardCharsets.US_ASCII), 0, NAME);
        for (long bound : bounds) {
            header.i64(bound);
        }
        for (long sum : sums) {
            header.i64(sum);
        }
        header.i64(Hash.content(header.array(), 0, header.size()));
        return Arrays.copyOf(header.array(), header.size());
    }

    /// @throws DamagedException where the bytes do not begin with the header of that tree's image, or end too early
    static ImageHeader read(Bytes file, String name) {
        if (file.size() < FIXED || file.i64(0) != MAGIC) {
            throw new DamagedException("no index of a source tree");
        }
        if (file.i32(8) != Image.VERSION || file.i32(12) != SECTIONS) {
            throw new DamagedException("an index of another version");
        }
        long body = file.i64(FIXED - 8);
        if (body < 0 || body > file.size() || FIXED + 8L * Blocks.count(body) + 8 + body != file.size()) {
            throw new DamagedException("the index is cut off");
        }
        Bytes header = Bytes.of(file.copy(0, FIXED + 8 * Blocks.count(body) + 8));
        int end = (int) header.size() - 8;
        if (Hash.content(header.copy(0, end), 0, end) != header.i64(end)) {
            throw new DamagedException("the header of the index is damaged");
        }
        if (!header.text(16, NAME).equals(name)) {
            throw new DamagedException("the index of another tree");
        }
        long[] bounds = longs(header, 16 + NAME, SECTIONS + 1);
        return new ImageHeader(name, bounds, longs(header, FIXED, Blocks.count(body)));
    }

    private static long[] longs(Bytes header, int at, int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = header.i64(at + 8L * i);
        }
        return values;
    }

    /// The sections of a file that begins with this header.
    Region[] sections(Bytes file) {
        long body = bounds[SECTIONS];
        Bytes bytes = file.slice(file.size() - body, body);
        Blocks blocks = new Blocks(bytes, sums);
        Region[] regions = new Region[SECTIONS];
        for (int i = 0; i < SECTIONS; i++) {
            long length = bounds[i + 1] - bounds[i];
            if (bounds[i] < 0 || length < 0) {
                throw new DamagedException("the index has no table of sections");
            }
            regions[i] = Region.inFile(bytes, bounds[i], length, blocks);
        }
        return regions;
    }
}
