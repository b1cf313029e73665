package whence.logs.line;

import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;

/// How one kind of log writes a line. Stateless.
public interface Grammar {
    /// The head of a line, or null where the line has none: it then continues the line before, or stands alone.
    ///
    /// @param line the first [LineLog#HEAD] bytes at most, one char a byte
    @Nullable
    LineHead head(String line);

    /// What a line with this head is.
    EventKind kind(LineHead head);

    /// What a line without a head is, where it continues nothing.
    default EventKind strayKind(String line) {
        return EventKind.OTHER;
    }

    /// The clock that a stamp in seconds counts on.
    Clock countingClock(LineHead head);

    /// Whether dates are not those of the records, but counted by the tool from when the machine was started.
    default boolean countsDates() {
        return false;
    }

    /// Undoes the escapes of the tool that wrote the log.
    byte[] decode(byte[] message);

    /// Whether a line without a head, and without an indent, continues the line before where another line with a head
    /// follows.
    default boolean continuesBare() {
        return false;
    }
}
