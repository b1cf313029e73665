package whence.trail.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.evidence.Span;

/// A probe as a definition gives it.
///
/// @param event its name, without its group
/// @param address where it was placed by address; null where it was placed by name
/// @param filter the filter known for it; null where none is known
/// @param span where the definition stands; null where only its hits tell of it
public record Watcher(
        String event,
        String function,
        Hit.Kind kind,
        @Nullable Long address,
        @Nullable String filter,
        @Nullable Span span) {

    List<Span> spans() {
        return span == null ? List.of() : List.of(span);
    }
}
