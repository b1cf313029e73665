package whence.trail.lead;

import whence.evidence.Errno;
import whence.trail.lead.line.Words;
import whence.trail.link.SystemCall;

/// What the reasoning behind a lead asks about messages and calls.
public final class Messages {
    private Messages() {}

    /// The errno a message names, as a machine numbers it; 0 where it names none.
    public static int errno(String text, Errno errors) {
        return Words.errno(text, errors);
    }

    /// Whether a failure is of the everyday kind, see [Usual].
    public static boolean usual(SystemCall call) {
        return Usual.failure(call.name(), call.error());
    }
}
