package whence.symbols.facts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A kernel's version number. A distribution's name for it hides the patch level: `6.1.0-56-amd64` is 6.1.0 and
/// only says the series for sure; of Debian's names the number behind is kept.
///
/// @param debianAbi 56 of `6.1.0-56-amd64`; 0 where it is no such name
public record KernelVersion(int major, int minor, int patch, int debianAbi) implements Comparable<KernelVersion> {
    private static final Pattern FORM = Pattern.compile(
            "\\b(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,6}))?"
                    + "(?:-(\\d{1,3})-(?:rt-|cloud-)?(?:amd64|arm64|armmp|armmp-lpae|686|686-pae|powerpc64le|s390x|mips64el)\\b)?");

    public KernelVersion(int major, int minor, int patch) {
        this(major, minor, patch, 0);
    }

    /// The first version number in a text.
    public static Optional<KernelVersion> in(String text) {
        Matcher form = FORM.matcher(text);
        return form.find()
                ? Optional.of(new KernelVersion(
                        Integer.parseInt(form.group(1)),
                        Integer.parseInt(form.group(2)),
                        form.group(3) == null ? 0 : Integer.parseInt(form.group(3)),
                        form.group(4) == null ? 0 : Integer.parseInt(form.group(4))))
                : Optional.empty();
    }

    /// The version of a running kernel by what `uname` says: `-v` names Debian's package and with it the patch
    /// level that `-r` hides, but on most other systems no version at all, or that of something else.
    ///
    /// @param release `uname -r`, empty where not known
    /// @param version `uname -v` or the version of the package, empty where not known
    public static Optional<KernelVersion> of(String release, String version) {
        Optional<KernelVersion> running = in(release);
        return in(version)
                .filter(exact -> running.map(exact::sameSeries).orElse(true))
                .or(() -> running);
    }

    private boolean sameSeries(KernelVersion other) {
        return major == other.major && minor == other.minor;
    }

    @Override
    public int compareTo(KernelVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        int byPatch = byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
        return byPatch != 0 ? byPatch : Integer.compare(debianAbi, other.debianAbi);
    }

    public boolean atLeast(int wantedMajor, int wantedMinor, int wantedPatch) {
        return compareTo(new KernelVersion(wantedMajor, wantedMinor, wantedPatch)) >= 0;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
