package whence.symbols.objects;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.elf.Elf;
import whence.elf.dwarf.Dwarf;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.symbols.facts.SymbolTable;
import whence.symbols.slides.Hex;
import whence.symbols.slides.Slide;

/// The compile units of debug information. Only the unit names the object; a line's file names the included source
/// for all copies alike.
public final class CompileUnits implements ObjectEvidence {
    private final SymbolTable base;
    private final List<Source> sources;

    public CompileUnits(SymbolTable base, List<Source> sources) {
        this.base = base;
        this.sources = List.copyOf(sources);
    }

    /// A file with debug information.
    ///
    /// @param slide of its addresses; null where they are those of the base
    public record Source(Elf elf, Dwarf dwarf, @Nullable Slide slide) {
        /// An address of the kernel that ran, as the file was linked.
        public long linked(long address) {
            return slide == null ? address : address - slide.distance();
        }
    }

    @Override
    public String kind() {
        return "DWARF compile unit";
    }

    @Override
    public Optional<ObjectClaim> of(int row) {
        if (base.addressesHidden() || !base.module(row).isEmpty() || !base.text(row)) {
            return Optional.empty();
        }
        for (Source source : sources) {
            Optional<ObjectClaim> claim = source.dwarf()
                    .unit(source.linked(base.address(row)))
                    .filter(name -> !name.isEmpty())
                    .map(name -> claim(name, source));
            if (claim.isPresent()) {
                return claim;
            }
        }
        return Optional.empty();
    }

    private static ObjectClaim claim(String unit, Source source) {
        Slide slide = source.slide();
        String moved = slide == null ? "" : " after a slide of " + Hex.signed(slide.distance()) + ": " + slide.why();
        Span info = source.elf()
                .section(".debug_info")
                .map(section -> source.elf().span(section.offset(), section.size()))
                .orElse(source.elf().span(0, 0));
        String why = "the debug information of " + source.elf().artifact() + " gives its address to the compile unit "
                + unit + moved;
        return new ObjectClaim(unit, Grade.OBSERVED, why, List.of(info));
    }
}
