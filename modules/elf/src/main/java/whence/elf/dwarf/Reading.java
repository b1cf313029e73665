package whence.elf.dwarf;

import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.elf.Words;

/// Reads a debug section front to back. What lies behind its end is a [Fault], which the border of the package
/// turns into "not known".
final class Reading {
    private static final int MOST_HELD = 16 << 20;
    private final Words words;
    private final long limit;
    /// The bytes from `heldFrom` on; null where they are read in their place.
    private byte @Nullable [] held;
    private long heldFrom;
    private long at;

    /// Reads a part that will be gone through byte by byte: from a copy, which is faster than a mapped file.
    static Reading held(Words section, long from, long limit) {
        Reading in = new Reading(section, from, limit);
        if (in.limit - from <= MOST_HELD) {
            in.held = section.bytes().copy(from, (int) (in.limit - from));
            in.heldFrom = from;
        }
        return in;
    }

    Reading(Words section, long from, long limit) {
        this.words = section;
        this.limit = Math.min(limit, section.bytes().size());
        this.at = from;
        if (from < 0 || from > this.limit) {
            throw new Fault("offset " + from + " lies outside");
        }
    }

    Reading(Words section, long from) {
        this(section, from, section.bytes().size());
    }

    /// The section says something that cannot be.
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fault(String why) {
            super(why, null, false, false);
        }
    }

    long at() {
        return at;
    }

    long limit() {
        return limit;
    }

    boolean more() {
        return at < limit;
    }

    void skip(long count) {
        if (count < 0 || count > limit - at) {
            throw new Fault("it ends too early");
        }
        at += count;
    }

    private long step(int count) {
        long from = at;
        skip(count);
        return from;
    }

    int u8() {
        if (at >= limit) {
            throw new Fault("it ends too early");
        }
        byte[] copy = held;
        long place = at++;
        return copy == null ? words.u8(place) : copy[(int) (place - heldFrom)] & 0xff;
    }

    int u16() {
        return words.u16(step(2));
    }

    long u24() {
        long from = step(3);
        int a = words.u8(from);
        int b = words.u8(from + 1);
        int c = words.u8(from + 2);
        return words.bigEndian() ? (a << 16) | (b << 8) | c : (c << 16) | (b << 8) | a;
    }

    long u32() {
        return words.u32(step(4));
    }

    /// Four bytes at a place that was passed already.
    long u32At(long place) {
        return words.u32(place);
    }

    long i64() {
        return words.i64(step(8));
    }

    /// An offset into another section: 8 bytes in the 64-bit format.
    long offset(boolean wide) {
        return wide ? i64() : u32();
    }

    /// An address of `size` bytes.
    long address(int size) {
        return switch (size) {
            case 8 -> i64();
            case 4 -> u32();
            case 2 -> u16();
            default -> throw new Fault("addresses of " + size + " bytes");
        };
    }

    long uleb() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int b = u8();
            value |= shift < 64 ? (long) (b & 0x7f) << shift : 0;
            if (b < 0x80) {
                return value;
            }
        }
        throw new Fault("a number without end");
    }

    long sleb() {
        long value = 0;
        int shift = 0;
        while (shift < 70) {
            int b = u8();
            value |= shift < 64 ? (long) (b & 0x7f) << shift : 0;
            shift += 7;
            if (b < 0x80) {
                return (b & 0x40) != 0 && shift < 64 ? value | (-1L << shift) : value;
            }
        }
        throw new Fault("a number without end");
    }

    /// Skips a text that ends at a NUL; how many bytes it took, the NUL included.
    long skipText() {
        long end = words.bytes().indexOf((byte) 0, at, limit);
        long length = (end < 0 ? limit : end + 1) - at;
        skip(length);
        return length;
    }

    /// The text at an offset, up to its NUL; empty where that lies outside.
    static String textAt(Words section, long offset, long limit) {
        Bytes bytes = section.bytes();
        long stop = Math.min(limit, bytes.size());
        if (offset < 0 || offset >= stop) {
            return "";
        }
        long end = bytes.indexOf((byte) 0, offset, Math.min(stop, offset + 65536));
        return bytes.text(offset, (int) Math.min(65536, (end < 0 ? stop : end) - offset));
    }

    static String textAt(Words section, long offset) {
        return textAt(section, offset, section.bytes().size());
    }
}
