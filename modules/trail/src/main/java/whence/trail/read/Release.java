package whence.trail.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.EventKind;
import whence.evidence.Grade;
import whence.evidence.Span;

/// Which kernel ran, and where that stands.
///
/// @param release as `uname -r` prints it
/// @param version the distribution's package version where the banner gives it, else empty
public record Release(String release, String version, Grade grade, List<Span> evidence) {
    private static final Pattern BANNER = Pattern.compile("^Linux version (\\S+) \\(.*");
    private static final Pattern DEBIAN = Pattern.compile(" Debian (\\d\\S+)");
    /// The banner is among the first lines of a boot; a log that starts later does not hold it.
    private static final int FIRST_LINES = 2000;

    /// From the session's manifest, else from the banner that the kernel prints first.
    public static Optional<Release> of(Material material) {
        String stated = material.session().manifest().host().release();
        Optional<Release> banner = banner(material);
        if (stated == null) {
            return banner;
        }
        String version = material.session().manifest().host().version();
        return Optional.of(new Release(
                stated,
                version != null ? version : banner.map(Release::version).orElse(""),
                Grade.OBSERVED,
                banner.map(Release::evidence).orElse(List.of())));
    }

    private static Optional<Release> banner(Material material) {
        for (Material.Part part : material.parts()) {
            int rows = Math.min(part.events().count(), FIRST_LINES);
            for (int row = 0; row < rows; row++) {
                if (part.events().kind(row) == EventKind.KERNEL) {
                    String text = part.text(row);
                    Matcher matcher = BANNER.matcher(text);
                    if (matcher.matches()) {
                        Matcher debian = DEBIAN.matcher(text);
                        return Optional.of(new Release(
                                matcher.group(1),
                                debian.find() ? debian.group(1) : "",
                                Grade.OBSERVED,
                                List.of(part.span(row))));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
