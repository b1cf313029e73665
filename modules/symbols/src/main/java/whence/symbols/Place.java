package whence.symbols;

import org.jspecify.annotations.Nullable;
import whence.symbols.slides.Hex;

/// An address as symbol and offset.
///
/// @param offset bytes behind the start of `copy`, unsigned
public record Place(Copy copy, long offset) {
    /// The address itself as people and JSON write it; null where the list hides addresses.
    public @Nullable String addressText() {
        return copy.addressKnown() ? Hex.of(copy.address() + offset) : null;
    }

    /// `load_elf_binary+0x1f`.
    @Override
    public String toString() {
        return copy.name() + "+0x" + Long.toHexString(offset);
    }
}
