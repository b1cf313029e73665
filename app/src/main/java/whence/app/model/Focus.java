package whence.app.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.evidence.Ref;
import whence.evidence.Span;

/// Where the user looks: replaced, never changed.
///
/// @param at the thing itself; null before anything was looked at
/// @param evidence the bytes it rests on; empty where nobody said
/// @param step the step of the trail it belongs to, from 0; [#NO_STEP] where it belongs to none
public record Focus(@Nullable Ref at, List<Span> evidence, int step) {
    public static final int NO_STEP = -1;
    public static final Focus NOWHERE = new Focus(null, List.of(), NO_STEP);

    public Focus {
        evidence = List.copyOf(evidence);
    }

    public static Focus at(Ref ref) {
        return new Focus(ref, List.of(), NO_STEP);
    }

    /// The bytes of a span, within the step that is shown.
    public static Focus on(Span span, int step) {
        return new Focus(new Ref.Range(span), List.of(span), step);
    }
}
