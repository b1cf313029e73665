package whence.trail.read;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.Grade;
import whence.session.LabelledSource;

/// How surely a source is that of the kernel that ran.
///
/// @param rank higher fits better; below 0 it is the source of another kernel
/// @param text a sentence
public record SourceFit(int rank, Grade grade, String text) {
    private static final Pattern LEVEL = Pattern.compile("(?m)^(VERSION|PATCHLEVEL|SUBLEVEL) *= *(\\d+)");

    /// Whether it is the source of another kernel than the one that ran.
    public boolean ofAnother() {
        return rank < 0;
    }

    public static SourceFit of(LabelledSource source, Optional<Release> release) {
        if (release.isEmpty()) {
            return new SourceFit(0, Grade.ASSUMED, "nothing in the session says which kernel ran");
        }
        String ran = release.get().release();
        if (source.entry().matches(ran)) {
            return new SourceFit(
                    3, Grade.DERIVED, "the session says that " + source.label() + " is the source of " + ran);
        }
        if (!source.entry().releases().isEmpty()) {
            return new SourceFit(-1, Grade.DERIVED, source.label() + " is the source of another release than " + ran);
        }
        return byMakefile(source, release.get());
    }

    private static SourceFit byMakefile(LabelledSource source, Release release) {
        Optional<String> version = version(source);
        if (version.isEmpty()) {
            return new SourceFit(
                    0,
                    Grade.ASSUMED,
                    "nothing shows that " + source.label() + " is the source of " + release.release());
        }
        String made = version.get();
        if (begins(release.version(), made) || begins(release.release(), made)) {
            return new SourceFit(
                    2,
                    Grade.DERIVED,
                    "the Makefile of " + source.label() + " says " + made + ", as the kernel that ran");
        }
        String series = made.substring(0, made.lastIndexOf('.'));
        return begins(release.release(), series)
                ? new SourceFit(
                        1, Grade.ASSUMED, source.label() + " is " + made + ", the series of " + release.release())
                : new SourceFit(-1, Grade.DERIVED, source.label() + " is " + made + ", not " + release.release());
    }

    private static boolean begins(String release, String version) {
        return release.startsWith(version)
                && (release.length() == version.length() || !Character.isDigit(release.charAt(version.length())));
    }

    private static Optional<String> version(LabelledSource source) {
        return source.tree()
                .bytes("Makefile")
                .map(b -> new String(b, StandardCharsets.UTF_8))
                .flatMap(SourceFit::levels);
    }

    private static Optional<String> levels(String makefile) {
        StringBuilder version = new StringBuilder();
        Matcher matcher = LEVEL.matcher(makefile);
        while (matcher.find() && version.length() < 20) {
            version.append(version.isEmpty() ? "" : ".").append(matcher.group(2));
        }
        return version.indexOf(".") < 0 ? Optional.empty() : Optional.of(version.toString());
    }
}
