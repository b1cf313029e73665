package whence.source.index.table;

import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.ShrunkException;

/// One section of an image: little-endian numbers and bytes, on the heap or in a mapped file. Every access is checked
/// against the section's length, and in a file against the sum of its block.
///
/// @implNote every access can throw [DamagedException]; whoever opened the file builds the index anew then
public final class Region {
    public static final Region EMPTY = onHeap(new byte[0], 0);

    private final Bytes bytes;
    private final long start;
    private final long size;
    private final @Nullable Blocks blocks;

    private Region(Bytes bytes, long start, long size, @Nullable Blocks blocks) {
        this.bytes = bytes;
        this.start = start;
        this.size = size;
        this.blocks = blocks;
    }

    public static Region onHeap(byte[] bytes, int size) {
        return new Region(Bytes.of(bytes), 0, size, null);
    }

    /// Part of the body of a file.
    public static Region inFile(Bytes body, long start, long size, Blocks blocks) {
        return new Region(body, start, size, blocks);
    }

    public long size() {
        return size;
    }

    /// The byte at an offset, unsigned.
    public int u8(long offset) {
        long at = place(offset, 1);
        try {
            return bytes.at(at) & 0xff;
        } catch (ShrunkException gone) {
            throw shrunk(gone);
        }
    }

    public int u16(long offset) {
        long at = place(offset, 2);
        try {
            return bytes.u16(at);
        } catch (ShrunkException gone) {
            throw shrunk(gone);
        }
    }

    public int i32(long offset) {
        long at = place(offset, 4);
        try {
            return bytes.i32(at);
        } catch (ShrunkException gone) {
            throw shrunk(gone);
        }
    }

    public long i64(long offset) {
        long at = place(offset, 8);
        try {
            return bytes.i64(at);
        } catch (ShrunkException gone) {
            throw shrunk(gone);
        }
    }

    /// A copy on the heap.
    public byte[] copy(long offset, long length) {
        long at = place(offset, length);
        try {
            return bytes.copy(at, Math.toIntExact(length));
        } catch (ShrunkException gone) {
            throw shrunk(gone);
        }
    }

    private long place(long offset, long length) {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new DamagedException("a place beyond the end of its section: " + offset + ", " + length);
        }
        if (blocks != null && length > 0) {
            blocks.check(start + offset, length);
        }
        return start + offset;
    }

    private static DamagedException shrunk(ShrunkException gone) {
        return new DamagedException("the index was cut off while it was open", gone);
    }
}
