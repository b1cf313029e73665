package whence.logs;

import whence.logs.line.Shortened;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;

/// A reader of logs: besides text for people it hands out the bytes of a message, because that is what is compared
/// with the format strings of a source.
public interface LogReader extends EventReader {
    /// The message of an event as the program that logged it wrote it, without stamp, level and sender, and with the
    /// artifact's own escapes undone; empty where the artifact does not hold it ([LogFields#BLOB] then says
    /// how long it was).
    byte[] message(Input input, Events events, int row);

    /// The message in one line: what cannot be printed stands as `\xNN`. Where the file has become too short to
    /// hold it any more, it says that instead.
    @Override
    default String text(Input input, Events events, int row) {
        StringBuilder text = new StringBuilder();
        Shortened.guard(
                () -> text.append(Printable.line(message(input, events, row))), at -> text.append(Shortened.WHY));
        return text.toString();
    }
}
