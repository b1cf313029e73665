package whence.symbols.probes;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.symbols.facts.KernelVersion;

/// What a kernel does with a kprobe on a name that several symbols bear.
///
/// Since Linux 6.6 it is refused with EADDRNOTAVAIL ("The symbol is not unique"); before, the first copy was taken
/// and
/// nobody was told. Stable series of late 2023 have the change too.
enum AmbiguousProbe {
    REFUSED("refused with EADDRNOTAVAIL, the symbol is not unique (Linux 6.6 and its backports)"),
    FIRST_TAKEN("this kernel silently takes the first copy (before Linux 6.6 and its backports)"),
    UNKNOWN(
            "refused since Linux 6.6 and its backports, before that the first copy was silently taken; the version here does not tell");

    private final String why;

    AmbiguousProbe(String why) {
        this.why = why;
    }

    String why() {
        return why;
    }

    static AmbiguousProbe of(@Nullable KernelVersion version) {
        if (version == null) {
            return UNKNOWN;
        }
        if (version.atLeast(6, 6, 0)) {
            return REFUSED;
        }
        return backport(version)
                .map(since -> at(version, since))
                .orElse(version.atLeast(4, 14, 0) ? UNKNOWN : FIRST_TAKEN);
    }

    /// A distribution's name (`6.1.0-56`) hides the patch level behind 0.
    private static AmbiguousProbe at(KernelVersion version, int since) {
        if (version.patch() == 0) {
            return UNKNOWN;
        }
        return version.patch() >= since ? REFUSED : FIRST_TAKEN;
    }

    /// Patch level of the stable series from which on the refusal is in it.
    private static Optional<Integer> backport(KernelVersion version) {
        return switch (version.major() * 1000 + version.minor()) {
            case 6_001 -> Optional.of(60); // Debian's changelog of linux 6.1.64-1
            default -> Optional.empty();
        };
    }
}
