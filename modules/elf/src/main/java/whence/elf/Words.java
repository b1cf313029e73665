package whence.elf;

import whence.bytes.Bytes;

/// Numbers of a binary file in the byte order and width that its header declares.
///
/// @param bytes the whole file
/// @param bigEndian whether numbers are stored most significant byte first
/// @param wide whether addresses have 64 bits
public record Words(Bytes bytes, boolean bigEndian, boolean wide) {

    public int u8(long offset) {
        return bytes.at(offset) & 0xff;
    }

    public int u16(long offset) {
        int value = bytes.u16(offset);
        return bigEndian ? Short.toUnsignedInt(Short.reverseBytes((short) value)) : value;
    }

    public int i32(long offset) {
        int value = bytes.i32(offset);
        return bigEndian ? Integer.reverseBytes(value) : value;
    }

    public long u32(long offset) {
        return Integer.toUnsignedLong(i32(offset));
    }

    public long i64(long offset) {
        long value = bytes.i64(offset);
        return bigEndian ? Long.reverseBytes(value) : value;
    }

    /// An address or size: 64 or 32 bits, unsigned.
    public long word(long offset) {
        return wide ? i64(offset) : u32(offset);
    }

    /// Whether `length` bytes at `offset` lie inside the file; both unsigned, so a lying header cannot overflow.
    public boolean holds(long offset, long length) {
        return offset >= 0 && length >= 0 && offset <= bytes.size() && length <= bytes.size() - offset;
    }
}
