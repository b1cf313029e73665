package whence.logs;

import java.util.ArrayList;
import java.util.List;
import whence.logs.line.Shortened;
import whence.logs.service.ServiceLine;
import whence.timeline.Detail;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;

/// A reader of logs: besides text for people it hands out the bytes of a message, because that is what is compared
/// with the format strings of a source.
public interface LogReader extends EventReader {
    /// The message of an event as the program that logged it wrote it, without stamp, level and sender, and with the
    /// artifact's own escapes undone; empty where the artifact does not hold it ([LogFields#BLOB] then says
    /// how long it was), holds only a part of it ([LogFields#SHORTENED]), or has become too short to hold it.
    default byte[] message(Input input, Events events, int row) {
        List<byte[]> message = new ArrayList<>();
        Shortened.guard(() -> message.add(logged(input, events, row)), at -> {});
        return message.isEmpty() ? new byte[0] : message.getFirst();
    }

    /// The same, for [#message]: the fault of a file that has become shorter passes.
    byte[] logged(Input input, Events events, int row);

    /// The message in one line: what cannot be printed stands as `\xNN`. Where the file has become too short to
    /// hold it any more, it says that instead.
    @Override
    default String text(Input input, Events events, int row) {
        StringBuilder text = new StringBuilder();
        Shortened.guard(() -> text.append(Printable.line(shown(input, events, row))), at -> text.append(Shortened.WHY));
        return text.toString();
    }

    /// What a person is shown where the message itself is not there; the message otherwise.
    default byte[] shown(Input input, Events events, int row) {
        return logged(input, events, row);
    }

    /// What the event says, opened; where the file has become too short to hold it any more, it says that instead.
    @Override
    default Detail detail(Input input, Events events, int row) {
        List<Detail> detail = new ArrayList<>();
        Shortened.guard(
                () -> detail.add(opened(input, events, row)), at -> detail.add(Detail.leaf("text", Shortened.WHY)));
        return detail.getFirst();
    }

    /// The text, and what a service wrote into it.
    default Detail opened(Input input, Events events, int row) {
        String text = text(input, events, row);
        return ServiceLine.of(text)
                .map(line -> new Detail("record", text, List.of(line.detail())))
                .orElseGet(() -> Detail.leaf("text", text));
    }
}
