package whence.symbols.facts;

import java.util.List;
import whence.evidence.Loss;

/// A raw BTF artifact, such as a copy of `/sys/kernel/btf/vmlinux`.
///
/// @param size bytes it takes
public record BtfFacts(String artifact, long size, List<Loss> losses) implements SymbolFacts {
    public BtfFacts {
        losses = List.copyOf(losses);
    }

    @Override
    public String format() {
        return "btf";
    }
}
