package whence.logs.text;

import org.jspecify.annotations.Nullable;
import whence.logs.stamp.Cursor;
import whence.timeline.Events;

/// ` host identifier[pid]: ` between the stamp and the message of a journal or syslog line.
///
/// @param identifier null where the line has none
/// @param messageStart offset of the message in the line
public record Sender(String host, @Nullable String identifier, int pid, int messageStart) {
    private static final int LONGEST_IDENTIFIER = 128;

    /// The sender at `at`, in front of which one blank stands; null where there is none.
    public static @Nullable Sender of(String line, Cursor at) {
        if (!at.take(' ')) {
            return null;
        }
        String host = at.word("[]:\u001b");
        if (host.isEmpty() || !at.take(' ')) {
            return null;
        }
        int from = at.at();
        int colon = line.indexOf(": ", from);
        if (colon < 0 && line.endsWith(":")) {
            colon = line.length() - 1;
        }
        if (colon < 0 || colon - from > LONGEST_IDENTIFIER) {
            return new Sender(host, null, Events.NO_PID, from);
        }
        return named(host, line.substring(from, colon), Math.min(colon + 2, line.length()), from);
    }

    private static Sender named(String host, String name, int messageStart, int from) {
        int bracket = name.endsWith("]") ? name.lastIndexOf('[') : -1;
        if (bracket >= 0) {
            Cursor digits = new Cursor(name, bracket + 1);
            long pid = digits.digits(9);
            if (pid >= 0 && digits.at() == name.length() - 1) {
                return new Sender(host, name.substring(0, bracket), (int) pid, messageStart);
            }
        }
        // A message may hold a colon where no identifier stands before it; an identifier rarely holds blanks.
        return name.indexOf(' ') >= 0
                ? new Sender(host, null, Events.NO_PID, from)
                : new Sender(host, name, Events.NO_PID, messageStart);
    }
}
