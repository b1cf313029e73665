package whence.symbols.objects;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.evidence.Grade;
import whence.evidence.Span;

/// What is known of the object that a copy comes from.
///
/// @param object source or module file; null where the claim is that there is none
/// @param why the rule, as a sentence
public record ObjectClaim(@Nullable String object, Grade grade, String why, List<Span> evidence) {
    public ObjectClaim {
        evidence = List.copyOf(evidence);
    }
}
