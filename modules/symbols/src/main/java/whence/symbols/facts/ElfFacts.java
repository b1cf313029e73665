package whence.symbols.facts;

import java.util.List;
import java.util.Optional;
import whence.elf.Elf;
import whence.evidence.Loss;

/// An ELF file: a vmlinux, a module, an object.
///
/// @param elf its header and sections; empty where they could not be read
/// @param table its symbol table; without addresses where the file is not linked yet
/// @param moduleInfo what its `.modinfo` says; empty where it has none
/// @param losses those of the file, the table and the module information together
public record ElfFacts(Optional<Elf> elf, SymbolTable table, Optional<ModuleInfo> moduleInfo, List<Loss> losses)
        implements SymbolFacts {
    public ElfFacts {
        losses = List.copyOf(losses);
    }

    /// Whether its addresses mean nothing yet, as in a module.
    public boolean unlinked() {
        return elf.map(Elf::relocatable).orElse(true);
    }

    @Override
    public String artifact() {
        return table.artifact();
    }

    @Override
    public String format() {
        return "elf";
    }
}
