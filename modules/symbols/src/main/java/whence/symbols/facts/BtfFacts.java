package whence.symbols.facts;

import java.util.List;
import java.util.Optional;
import whence.elf.btf.Btf;
import whence.evidence.Loss;

/// A raw BTF artifact, such as a copy of `/sys/kernel/btf/vmlinux`.
///
/// @param btf its types; empty where it could not be read
public record BtfFacts(String artifact, Optional<Btf> btf, List<Loss> losses) implements SymbolFacts {
    public BtfFacts {
        losses = List.copyOf(losses);
    }

    @Override
    public String format() {
        return "btf";
    }
}
