package whence.logs.line;

import org.jspecify.annotations.Nullable;
import whence.logs.stamp.Stamp;
import whence.timeline.Events;

/// What stands before the message in a line of a log.
///
/// @param second a further stamp that the line carries (the kernel's own behind syslog's)
/// @param priority 0 to 7, -1 where it is not written
/// @param facility -1 where it is not written
/// @param pid [Events#NO_PID] where it is not written
/// @param messageStart offset of the message in the line, bytes
public record LineHead(
        Stamp stamp,
        Stamp second,
        int priority,
        int facility,
        @Nullable String caller,
        @Nullable String host,
        @Nullable String identifier,
        int pid,
        int messageStart) {

    /// A head with nothing but a place where the message starts.
    public static LineHead bare(int messageStart) {
        return new LineHead(Stamp.NONE, Stamp.NONE, -1, -1, null, null, null, Events.NO_PID, messageStart);
    }

    public boolean stamped() {
        return !(stamp instanceof Stamp.None);
    }

    public boolean kernel() {
        return "kernel".equals(identifier);
    }
}
