package whence.timeline;

import whence.bytes.Bytes;
import whence.bytes.Watch;

/// Reads one format into events. Stateless; any thread.
///
/// A reader never throws for what an input holds: what it cannot read becomes a [whence.evidence.Loss] and costs
/// only itself. It lets [whence.bytes.CancelledException] pass.
public interface EventReader {
    /// Name of the format as manifests write it: `strace`, `journal`, `dmesg`.
    String format();

    /// How surely the input is of this format, 0 (no) to 100 (a magic number says so).
    ///
    /// @param head the first bytes, at most 64 KiB
    /// @param name the file name, in lower case; a hint and never a proof
    int sniff(Bytes head, String name);

    Events read(Input input, Watch watch);

    /// One line that says what the event is, as a list shows it: the message, the call with its result.
    String text(Input input, Events events, int row);

    /// Everything the event says, for a person who looks at it.
    default Detail detail(Input input, Events events, int row) {
        return Detail.leaf("text", text(input, events, row));
    }
}
