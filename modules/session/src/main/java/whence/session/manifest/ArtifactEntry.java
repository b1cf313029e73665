package whence.session.manifest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the manifest says about one artifact.
///
/// @param path in the archive, with its leading `artifacts/`
/// @param sha256 in hexadecimal digits; null where it is not given
/// @param bytes uncompressed size; -1 where it is not given
/// @param facts all further texts and numbers by their dotted names
public record ArtifactEntry(
        String path,
        @Nullable String origin,
        @Nullable String format,
        @Nullable String sha256,
        long bytes,
        boolean constructed,
        Map<String, String> facts) {
    private static final Set<String> NAMED = Set.of("path", "origin", "format", "sha256", "bytes", "constructed");

    public ArtifactEntry {
        facts = Map.copyOf(facts);
    }

    static ArtifactEntry of(JsonNode entry) {
        Map<String, String> facts = new LinkedHashMap<>(Fact.flat(entry));
        facts.keySet().removeAll(NAMED);
        return new ArtifactEntry(
                Fact.text(entry, "path", ""),
                Fact.text(entry, "origin"),
                Fact.text(entry, "format"),
                Fact.text(entry, "sha256"),
                entry.path("bytes").longValue(-1),
                entry.path("constructed").booleanValue(false),
                facts);
    }
}
