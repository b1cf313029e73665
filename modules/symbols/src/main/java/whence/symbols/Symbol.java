package whence.symbols;

import java.util.List;

/// A name and all its copies, in the order of the kernel's list (kernel first, then modules).
public record Symbol(String name, List<Copy> copies) {
    public Symbol {
        copies = List.copyOf(copies);
    }

    /// Whether more than one thing bears the name. Several names at one address are aliases, which is something else:
    /// see [Copy#aliases].
    public boolean ambiguous() {
        return copies.size() > 1;
    }
}
