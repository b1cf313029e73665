package whence.symbols;

/// An address as symbol and offset.
///
/// @param offset bytes behind the start of `copy`, unsigned
public record Place(Copy copy, long offset) {
    /// `load_elf_binary+0x1f`.
    @Override
    public String toString() {
        return copy.name() + "+0x" + Long.toHexString(offset);
    }
}
