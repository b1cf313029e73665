package whence.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which files of a tree can be parts of one kernel: of the folders below `arch/` a kernel has its own, and what that
/// one borrows.
public final class KernelParts {
    private static final String ARCH = "arch/";

    /// User mode Linux keeps its x86 part there; a kernel for x86 has none of it.
    private static final String USER_MODE = "arch/x86/um/";

    /// What one builds in of another: arch/arm64/xen/Makefile files of arch/arm/xen; arch/x86/um/Makefile and
    /// arch/x86/Makefile.um (6.1, 6.12) of x86 its library, a thunk, ciphers, and two files of arch/x86/kernel.
    private static final Map<String, List<String>> BORROWED = Map.of(
            "arm64", List.of("arch/arm/"),
            "um",
                    List.of(
                            USER_MODE,
                            "arch/x86/lib/",
                            "arch/x86/entry/",
                            "arch/x86/crypto/",
                            "arch/x86/include/",
                            "arch/x86/kernel/module.c",
                            "arch/x86/kernel/sys_ia32.c"));

    private KernelParts() {}

    /// The folder below `arch/` that a file lies in, `x86`; empty for a file of every kernel.
    public static Optional<String> architecture(String path) {
        int end = path.startsWith(ARCH) ? path.indexOf('/', ARCH.length()) : -1;
        return end < 0 ? Optional.empty() : Optional.of(path.substring(ARCH.length(), end));
    }

    /// Whether a kernel for an architecture, by the name of its folder, can hold what a file defines.
    public static boolean has(String architecture, String path) {
        Optional<String> of = architecture(path);
        return of.isEmpty()
                || (architecture.equals(of.get())
                        ? !path.startsWith(USER_MODE)
                        : BORROWED.getOrDefault(architecture, List.of()).stream()
                                .anyMatch(path::startsWith));
    }

    /// Whether some kernel can hold what both files define.
    public static boolean together(String one, String other) {
        Optional<String> first = architecture(one);
        Optional<String> second = architecture(other);
        return first.isEmpty()
                || second.isEmpty()
                || first.equals(second)
                || Stream.concat(Stream.of(first.get(), second.get()), BORROWED.keySet().stream())
                        .anyMatch(kernel -> has(kernel, one) && has(kernel, other));
    }
}
