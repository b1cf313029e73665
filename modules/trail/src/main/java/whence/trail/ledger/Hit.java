package whence.trail.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.evidence.Span;
import whence.evidence.Time;

/// One firing of a probe.
///
/// @param ordinal place in its stream
/// @param tid task; -1 where the stream does not say
/// @param event name of the probe event, without its group
/// @param function the function it stands on
/// @param caller function that a return goes back to; null on entry and where the stream does not say
/// @param value what was returned; null on entry and where nothing was fetched
/// @param arguments what was fetched, by the name of the definition
public record Hit(
        int ordinal,
        int tid,
        String comm,
        String event,
        String function,
        Kind kind,
        @Nullable String caller,
        @Nullable Long value,
        Map<String, String> arguments,
        Time time,
        Span span) {
    public Hit {
        arguments = Map.copyOf(arguments);
    }

    /// Which end of the function.
    public enum Kind {
        ENTRY,
        RETURN
    }
}
