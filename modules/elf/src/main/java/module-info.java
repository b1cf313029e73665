/// ELF files: symbol tables, DWARF lines and units, BTF.
@org.jspecify.annotations.NullMarked
module whence.elf {
    requires static transitive org.jspecify;
    requires transitive whence.bytes;
    requires transitive whence.evidence;

    exports whence.elf;
    exports whence.elf.btf;
    exports whence.elf.dwarf;
}
