package whence.session.open;

import java.util.List;
import whence.evidence.Loss;
import whence.session.manifest.Manifest;

/// What opening found: the artifacts in their order, the manifest, what was lost, and what keeps the bytes alive.
public record Opened(Manifest manifest, List<Stored> stored, List<Loss> losses, List<Runnable> held)
        implements AutoCloseable {
    public Opened {
        stored = List.copyOf(stored);
        losses = List.copyOf(losses);
        held = List.copyOf(held);
    }

    /// Lets go of everything; nothing may read the bytes any more.
    @Override
    public void close() {
        stored.forEach(Stored::close);
        held.forEach(Runnable::run);
    }
}
