package whence.branches.scope;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.Machines;

/// An architecture that a kernel is built for: of the folders below `arch/` a kernel has its own.
///
/// @param folder its name below `arch/`: `x86`, `arm64`
public record Architecture(String folder) {
    /// Where nothing says another.
    public static final Architecture X86 = new Architecture("x86");

    private static final Pattern OF_ONE = Pattern.compile("arch/([^/]+)/.*");
    /// User mode Linux keeps its x86 part there; a kernel for x86 has none of it.
    private static final String USER_MODE = "arch/x86/um/";

    /// Files of another architecture that one builds in: arch/arm64/xen/Makefile those of arch/arm/xen, the Makefile of
    /// arch/um what it takes of arch/x86.
    private static final Map<String, Set<String>> BORROWED = Map.of("arm64", Set.of("arm"), "um", Set.of("x86"));

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
        Matcher one = OF_ONE.matcher(path);
        if (!one.matches()) {
            return true;
        }
        return folder.equals(one.group(1))
                ? !path.startsWith(USER_MODE)
                : BORROWED.getOrDefault(folder, Set.of()).contains(one.group(1));
    }

    /// The one whose headers a file is compiled with: its own where it lies below `arch/`.
    Architecture of(String path) {
        Matcher one = OF_ONE.matcher(path);
        return one.matches() && !has(path) ? new Architecture(one.group(1)) : this;
    }
}
