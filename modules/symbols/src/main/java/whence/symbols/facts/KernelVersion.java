package whence.symbols.facts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A kernel's version number; distributions' suffixes are left out, so `6.1.0-56-amd64` is 6.1.0 and only says the
/// series for sure.
public record KernelVersion(int major, int minor, int patch) implements Comparable<KernelVersion> {
    private static final Pattern FORM = Pattern.compile("\\b(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,6}))?");

    /// The first version number in a text.
    public static Optional<KernelVersion> in(String text) {
        Matcher form = FORM.matcher(text);
        return form.find()
                ? Optional.of(new KernelVersion(
                        Integer.parseInt(form.group(1)),
                        Integer.parseInt(form.group(2)),
                        form.group(3) == null ? 0 : Integer.parseInt(form.group(3))))
                : Optional.empty();
    }

    @Override
    public int compareTo(KernelVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int bySeries = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        return bySeries != 0 ? bySeries : Integer.compare(patch, other.patch);
    }

    public boolean atLeast(int wantedMajor, int wantedMinor, int wantedPatch) {
        return compareTo(new KernelVersion(wantedMajor, wantedMinor, wantedPatch)) >= 0;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
