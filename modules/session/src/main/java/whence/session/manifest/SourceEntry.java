package whence.session.manifest;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A source tree that belongs to a session.
///
/// @param label what verdicts call it
/// @param kind `artifact` (files of this session), `package`, `path` or `git`
/// @param path where: a folder of the session, a package's name, a path, `REPOSITORY@REVISION`
/// @param releases kernel releases it is the source of, each a release or the beginning of one
/// @param reconstruction whether it was written afresh from facts rather than taken from the kernel
/// @param facts all further texts and numbers by their dotted names
public record SourceEntry(
        String label,
        String kind,
        String path,
        List<String> releases,
        boolean reconstruction,
        Map<String, String> facts) {
    public SourceEntry {
        releases = List.copyOf(releases);
        facts = Map.copyOf(facts);
    }

    static SourceEntry of(JsonNode entry) {
        return new SourceEntry(
                Fact.text(entry, "label", "source"),
                Fact.text(entry, "kind", "artifact"),
                Fact.text(entry, "path", ""),
                Fact.texts(entry, "releases"),
                entry.path("reconstruction").booleanValue(false),
                Fact.flat(entry));
    }

    /// Whether this is the source of a kernel release: one of [#releases] is that release, or begins it up to a dot or
    /// dash.
    public boolean matches(String release) {
        return releases.stream()
                .anyMatch(known -> release.equals(known)
                        || (release.startsWith(known) && ".-".indexOf(release.charAt(known.length())) >= 0));
    }
}
