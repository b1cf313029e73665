package whence.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.elf.Elf;
import whence.elf.btf.Btf;
import whence.elf.dwarf.Dwarf;
import whence.symbols.facts.BtfFacts;
import whence.symbols.facts.ElfFacts;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.facts.SymbolTable;
import whence.symbols.objects.CompileUnits;
import whence.symbols.slides.Slide;

/// What the session has of debug information and types for its kernel.
final class DebugFiles {
    private DebugFiles() {}

    /// Linked files with debug information whose addresses can be laid beside those of the base.
    static List<CompileUnits.Source> of(
            List<SymbolFacts> facts, @Nullable SymbolTable base, Map<String, Slide> slides) {
        List<CompileUnits.Source> sources = new ArrayList<>();
        for (SymbolFacts fact : facts) {
            if (fact instanceof ElfFacts file && file.elf().isPresent()) {
                Elf elf = file.elf().get();
                Slide slide = slides.get(file.artifact());
                if (!elf.relocatable() && (slide != null || file.table() == base)) {
                    Dwarf.of(elf).ifPresent(dwarf -> sources.add(new CompileUnits.Source(elf, dwarf, slide)));
                }
            }
        }
        return sources;
    }

    /// The types of the kernel: raw BTF first, then that of a linked file.
    static Optional<Btf> types(List<SymbolFacts> facts) {
        for (SymbolFacts fact : facts) {
            if (fact instanceof BtfFacts raw && raw.btf().isPresent()) {
                return raw.btf();
            }
        }
        return facts.stream()
                .filter(ElfFacts.class::isInstance)
                .map(fact -> ((ElfFacts) fact).elf())
                .flatMap(Optional::stream)
                .filter(elf -> !elf.relocatable())
                .flatMap(elf -> Btf.of(elf).stream())
                .findFirst();
    }
}
