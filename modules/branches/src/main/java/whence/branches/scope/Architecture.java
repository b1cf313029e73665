package whence.branches.scope;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /// What `uname -m` prints and what distributions end their releases with, to the folder.
    private static final Map<Pattern, String> MACHINES = Map.ofEntries(
            Map.entry(Pattern.compile("x86_64|amd64|i[3-6]86|[56]86"), "x86"),
            Map.entry(Pattern.compile("aarch64(_be)?|arm64"), "arm64"),
            Map.entry(Pattern.compile("armv[4-8].*|armhf|armel|armmp"), "arm"),
            Map.entry(Pattern.compile("ppc|ppc64|ppc64le|ppc64el|powerpc|powerpc64le"), "powerpc"),
            Map.entry(Pattern.compile("s390x?"), "s390"),
            Map.entry(Pattern.compile("riscv(32|64)"), "riscv"),
            Map.entry(Pattern.compile("mips(64)?(el)?"), "mips"),
            Map.entry(Pattern.compile("sparc(64)?"), "sparc"),
            Map.entry(Pattern.compile("parisc(64)?"), "parisc"),
            Map.entry(Pattern.compile("loongarch64|loong64"), "loongarch"),
            Map.entry(Pattern.compile("alpha|ia64|m68k"), ""));

    /// The one that a machine's name stands for.
    ///
    /// @param machine as `uname -m` prints it, or a distribution's name for it (`amd64`)
    public static Optional<Architecture> named(String machine) {
        return MACHINES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(machine).matches())
                .map(entry -> new Architecture(entry.getValue().isEmpty() ? machine : entry.getValue()))
                .findFirst();
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
