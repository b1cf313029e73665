package whence.elf.dwarf;

import java.util.Optional;
import whence.elf.Words;

/// The head of a unit in `.debug_info`.
///
/// @param offset where the unit begins
/// @param end behind its last byte
/// @param wide whether offsets have 8 bytes
/// @param entries where its first entry stands
/// @param partial whether it is a type unit or a part of others, so that no code belongs to it
record UnitHeader(
        long offset,
        long end,
        int version,
        boolean wide,
        int addressSize,
        long abbreviations,
        long entries,
        boolean partial) {
    private static final int COMPILE = 1;
    private static final int SKELETON = 4;

    /// The unit at an offset; empty where none of a known version begins there.
    static Optional<UnitHeader> at(Words info, long offset) {
        try {
            Reading in = new Reading(info, offset);
            long length = in.u32();
            boolean wide = length == 0xffffffffL;
            if (wide) {
                length = in.i64();
            }
            long start = in.at();
            if (length < 7 || length > in.limit() - start) {
                return Optional.empty();
            }
            return Optional.of(read(in, offset, start + length, wide));
        } catch (Reading.Fault cut) {
            return Optional.empty();
        }
    }

    private static UnitHeader read(Reading in, long offset, long end, boolean wide) {
        int version = in.u16();
        if (version < 5) {
            long abbreviations = in.offset(wide);
            int size = in.u8();
            return new UnitHeader(offset, end, version, wide, size, abbreviations, in.at(), version < 2);
        }
        int type = in.u8();
        int size = in.u8();
        long abbreviations = in.offset(wide);
        if (type == SKELETON) {
            in.skip(8);
        }
        boolean partial = (type != COMPILE && type != SKELETON) || version > 5;
        return new UnitHeader(offset, end, version, wide, size, abbreviations, in.at(), partial);
    }
}
