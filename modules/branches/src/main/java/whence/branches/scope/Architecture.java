package whence.branches.scope;

import java.util.Optional;
import whence.evidence.Machines;
import whence.source.KernelParts;

/// An architecture that a kernel is built for: of the folders below `arch/` a kernel has its own.
///
/// @param folder its name below `arch/`: `x86`, `arm64`
public record Architecture(String folder) {
    /// Where nothing says another.
    public static final Architecture X86 = new Architecture("x86");

    /// The one that a machine's name stands for.
    ///
    /// @param machine as `uname -m` prints it, or a distribution's name for it (`amd64`)
    public static Optional<Architecture> named(String machine) {
        return Machines.architecture(machine).map(Architecture::new);
    }

    /// The one that a kernel's release names; empty where it names none.
    public static Optional<Architecture> ofRelease(String release) {
        return Machines.ofRelease(release).map(Architecture::new);
    }

    /// Whether a kernel for it can hold what a file of the tree defines.
    public boolean has(String path) {
        return KernelParts.has(folder, path);
    }

    /// The one whose headers a file is compiled with: its own where it lies below `arch/`.
    Architecture of(String path) {
        return has(path)
                ? this
                : KernelParts.architecture(path).map(Architecture::new).orElse(this);
    }
}
