package whence.symbols.probes;

import org.jspecify.annotations.Nullable;
import whence.symbols.facts.KernelVersion;

/// What a kernel does with a kprobe on a name that several symbols bear.
///
/// Since Linux 6.6 it is refused with EADDRNOTAVAIL ("The symbol is not unique"); before, the first copy was taken
/// and nobody was told. [AmbiguousNames] says which stable series have the change too.
public enum AmbiguousProbe {
    REFUSED("refused with EADDRNOTAVAIL, the symbol is not unique (Linux 6.6 and its backports)"),
    FIRST_TAKEN("this kernel silently takes the first copy (before Linux 6.6 and its backports)"),
    UNKNOWN("refused since Linux 6.6 and its backports, before that the first copy was silently taken; ");

    private final String why;

    AmbiguousProbe(String why) {
        this.why = why;
    }

    /// @param version null where nothing says it
    String why(@Nullable KernelVersion version) {
        return switch (this) {
            case REFUSED, FIRST_TAKEN -> why;
            case UNKNOWN ->
                why
                        + (version == null
                                ? "nothing in the session says which kernel this is"
                                : version.patch() == 0
                                        ? "the release hides the patch level of this " + version.major() + "."
                                                + version.minor()
                                        : "whether " + version + " has it is not known");
        };
    }

    /// @param version null where nothing says it
    public static AmbiguousProbe of(@Nullable KernelVersion version) {
        return version == null ? UNKNOWN : AmbiguousNames.shipped().of(version);
    }
}
