package whence.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One input as it was captured.
///
/// @param path its name in the session, which spans carry: the manifest's without a leading `artifacts/`
/// @param origin path on the machine, or the command line that made it; null where nobody said
/// @param format a reader's name as the manifest gives it; null where it is to be sniffed
/// @param size in bytes as it is read; [#UNKNOWN] for a derived artifact that was not yet unpacked and does not say
/// @param constructed whether a person made it rather than a tool
/// @param derivedFrom path of the artifact that this one was unpacked from; null for an artifact as captured
/// @param facts every other text or number the manifest gives for it, by its name there, nested ones joined by dots:
/// `columns`, `clock`, `captured.before`, `filter`
public record Artifact(
        String path,
        @Nullable String origin,
        @Nullable String format,
        long size,
        boolean constructed,
        @Nullable String derivedFrom,
        Map<String, String> facts) {
    public static final long UNKNOWN = -1;

    public Artifact {
        facts = Map.copyOf(facts);
    }

    /// Its last name, without folders.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
