package whence.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What machines and kernels are called after the architecture they are built for, and the folder below `arch/` that
/// holds it.
public final class Machines {
    /// What `uname -m` prints, and what distributions call it.
    private static final Map<Pattern, String> NAMES = Map.ofEntries(
            Map.entry(Pattern.compile("x86_64|amd64|i[3-6]86|[56]86"), "x86"),
            Map.entry(Pattern.compile("aarch64(_be)?|arm64"), "arm64"),
            Map.entry(Pattern.compile("armv[4-8].*|armhf|armel|armmp"), "arm"),
            Map.entry(Pattern.compile("ppc|ppc64|ppc64le|ppc64el|powerpc|powerpc64|powerpc64le"), "powerpc"),
            Map.entry(Pattern.compile("s390x?"), "s390"),
            Map.entry(Pattern.compile("riscv(32|64)"), "riscv"),
            Map.entry(Pattern.compile("mips(n?32|n?64)?(r[26])?(el)?"), "mips"),
            Map.entry(Pattern.compile("sparc(64)?"), "sparc"),
            Map.entry(Pattern.compile("parisc(64)?"), "parisc"),
            Map.entry(Pattern.compile("loongarch64|loong64"), "loongarch"),
            Map.entry(Pattern.compile("alpha"), "alpha"),
            Map.entry(Pattern.compile("ia64"), "ia64"),
            Map.entry(Pattern.compile("m68k"), "m68k"));

    /// Releases of Fedora's kin end in it (`.el7.x86_64`), Debian's name it (`-amd64`, `-686-pae`, `-armmp-lpae`,
    /// `-sparc64-smp`).
    private static final Pattern RELEASE = Pattern.compile("(?:.*[.-])?([a-z0-9_]+)");

    /// What may follow the architecture.
    private static final Pattern FLAVOUR = Pattern.compile("-(?:l?pae|smp|generic)$");

    /// Debian's kernels for MIPS name the board: `-4kc-malta`, `-5kc-malta`, `-octeon`, `-loongson-3`.
    private static final Pattern BOARD = Pattern.compile(".*-(?:[45]kc-malta|octeon|loongson-3)");

    private Machines() {}

    /// The folder below `arch/` for a machine.
    ///
    /// @param machine as `uname -m` prints it, or a distribution's name for it (`amd64`)
    public static Optional<String> architecture(String machine) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(machine).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// The folder below `arch/` that a kernel's release names; empty where it names none (`6.8.0-45-generic`).
    public static Optional<String> ofRelease(String release) {
        Matcher ending = RELEASE.matcher(FLAVOUR.matcher(release).replaceFirst(""));
        return BOARD.matcher(release).matches()
                ? Optional.of("mips")
                : ending.matches() ? architecture(ending.group(1)) : Optional.empty();
    }
}
