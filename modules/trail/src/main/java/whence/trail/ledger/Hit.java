package whence.trail.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.evidence.Span;
import whence.evidence.Time;

/// One firing of a probe, or of a tracepoint at the end of a system call.
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
    /// With a call's name behind it, the tracepoint at its beginning and at its end.
    public static final String ENTERS_CALL = "sys_enter_";

    public static final String LEAVES_CALL = "sys_exit_";

    public Hit {
        arguments = Map.copyOf(arguments);
    }

    /// Whether a tracepoint made it. A tracepoint fires for calls from user space alone, so it bounds what ran, and
    /// its silence says nothing of a function.
    public boolean isCallEdge() {
        return event.startsWith(ENTERS_CALL) || event.startsWith(LEAVES_CALL);
    }

    /// Which end of the function.
    public enum Kind {
        ENTRY,
        RETURN
    }
}
