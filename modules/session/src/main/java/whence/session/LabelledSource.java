package whence.session;

import whence.session.manifest.SourceEntry;
import whence.source.SourceTree;

/// A source tree of a session with what the manifest, or the user, says about it.
public record LabelledSource(SourceEntry entry, SourceTree tree) {
    /// What verdicts call it.
    public String label() {
        return entry.label();
    }
}
