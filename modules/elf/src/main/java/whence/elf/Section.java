package whence.elf;

/// One section of an ELF file. Addresses, offsets and sizes are as the header says, checked to lie inside the file
/// unless the section has no bytes there.
///
/// @param index its number in the section header table
/// @param type `SHT_*`
/// @param address where it is linked to be; 0 in relocatable files
/// @param link number of the section it refers to: the string table of a symbol table
/// @param entrySize size of one record; 0 where it has none
public record Section(
        int index,
        String name,
        int type,
        long flags,
        long address,
        long offset,
        long size,
        int link,
        int info,
        long entrySize) {
    public static final int SYMTAB = 2;
    public static final int NOTE = 7;
    public static final int NOBITS = 8;
    public static final int DYNSYM = 11;
    private static final long SHF_COMPRESSED = 0x800;
    private static final long SHF_EXECINSTR = 4;

    /// Whether its bytes are packed by the linker (`SHF_COMPRESSED`).
    public boolean compressed() {
        return (flags & SHF_COMPRESSED) != 0;
    }

    /// Whether it holds instructions.
    public boolean executable() {
        return (flags & SHF_EXECINSTR) != 0;
    }
}
