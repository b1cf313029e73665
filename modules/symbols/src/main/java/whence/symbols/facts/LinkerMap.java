package whence.symbols.facts;

import java.util.List;
import java.util.Optional;
import whence.evidence.Loss;
import whence.evidence.Span;

/// A linker map (`vmlinux.map`): which object each piece of a section was taken from.
///
/// @param table the symbols it names, to place its addresses beside those of other lists
/// @param pieces in order of the file
public record LinkerMap(SymbolTable table, List<Piece> pieces) implements SymbolFacts {
    public LinkerMap {
        pieces = List.copyOf(pieces);
    }

    /// Addresses from `start` up to `start + size`; `object` as the linker was given it: `fs/binfmt_elf.o`, or the
    /// member of an archive.
    public record Piece(long start, long size, String object, Span span) {
        public boolean holds(long address) {
            return Long.compareUnsigned(address - start, size) < 0;
        }
    }

    /// The piece that holds an address as linked. Pieces do not overlap.
    public Optional<Piece> at(long address) {
        return pieces.stream().filter(piece -> piece.holds(address)).findFirst();
    }

    @Override
    public String artifact() {
        return table.artifact();
    }

    @Override
    public String format() {
        return table.format();
    }

    @Override
    public List<Loss> losses() {
        return table.losses();
    }
}
