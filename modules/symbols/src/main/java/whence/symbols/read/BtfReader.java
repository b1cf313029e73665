package whence.symbols.read;

import java.util.List;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.symbols.facts.BtfFacts;
import whence.symbols.facts.SymbolFacts;
import whence.timeline.Input;

/// Recognises raw BTF by its magic number 0xeb9f.
final class BtfReader implements SymbolReader {
    @Override
    public String format() {
        return "btf";
    }

    @Override
    public int sniff(Bytes head, String name) {
        boolean magic = head.size() >= 24 && (head.u16(0) == 0xeb9f || head.u16(0) == 0x9feb) && head.at(2) == 1;
        return magic ? 98 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        return new BtfFacts(input.artifact(), input.bytes().size(), List.of());
    }
}
