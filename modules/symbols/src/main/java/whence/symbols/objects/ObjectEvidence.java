package whence.symbols.objects;

import java.util.Optional;

/// One kind of evidence for the object that a copy comes from. Thread-safe.
public interface ObjectEvidence {
    /// What this kind says of a row of the kernel's list; empty where it says nothing.
    Optional<ObjectClaim> of(int row);

    /// Name of the kind, as the table of scores calls it.
    String kind();
}
