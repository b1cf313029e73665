package whence.timeline;

import java.util.Optional;
import whence.bytes.Bytes;

/// Where the texts of events come from when something looks for words in them. Any thread.
public interface Texts {
    /// The event as a list shows it.
    String text(Events events, int row);

    /// The artifact's bytes, where the text of each event stands in its spans as it is, so that words can be looked
    /// for without decoding event by event; empty where it is escaped, split or binary.
    Optional<Bytes> plain(Events events);

    /// What the event says, opened: names and values, for filters that ask by a name that no column has.
    default Detail detail(Events events, int row) {
        return Detail.leaf("text", text(events, row));
    }
}
