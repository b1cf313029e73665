package whence.symbols.read;

import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.symbols.facts.SymbolFacts;
import whence.timeline.Input;

/// Reads one format into facts about symbols. Stateless; any thread.
///
/// A reader never throws for what an input holds: what it cannot read becomes a [whence.evidence.Loss] and costs
/// only itself. It lets [whence.bytes.CancelledException] pass.
public interface SymbolReader {
    /// Name of the format as manifests write it.
    String format();

    /// How surely the input is of this format, 0 (no) to 100 (a magic number says so).
    ///
    /// @param head the first bytes, at most 64 KiB
    /// @param name the file name, in lower case; a hint and never a proof
    int sniff(Bytes head, String name);

    SymbolFacts read(Input input, Watch watch);
}
