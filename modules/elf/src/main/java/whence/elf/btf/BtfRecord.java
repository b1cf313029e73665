package whence.elf.btf;

import whence.elf.Words;

/// How many bytes the record of a type takes.
final class BtfRecord {
    private static final int HEAD = 12;

    private BtfRecord() {}

    /// -1 for a kind that is not known: what follows cannot be found then.
    static long size(Words words, long at) {
        int info = words.i32(at + 4);
        long entries = info & 0xffff;
        return switch ((info >>> 24) & 0x1f) {
            case 1, 14, 17 -> HEAD + 4;
            case 2, 7, 8, 9, 10, 11, 12, 16, 18 -> HEAD;
            case 3 -> HEAD + 12;
            case 4, 5, 15, 19 -> HEAD + entries * 12;
            case 6, 13 -> HEAD + entries * 8;
            default -> -1;
        };
    }
}
