package whence.symbols.read;

import java.util.List;
import java.util.Optional;
import whence.bytes.Bytes;
import whence.bytes.ShrunkException;
import whence.bytes.Watch;
import whence.elf.btf.Btf;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.symbols.facts.BtfFacts;
import whence.symbols.facts.SymbolFacts;
import whence.timeline.Input;

/// Reads raw BTF: a copy of `/sys/kernel/btf/vmlinux`.
final class BtfReader implements SymbolReader {
    @Override
    public String format() {
        return "btf";
    }

    @Override
    public int sniff(Bytes head, String name) {
        return Btf.isBtf(head) ? 98 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        try {
            Optional<Btf> btf = Btf.of(input.bytes(), input.artifact());
            return new BtfFacts(input.artifact(), btf, btf.map(Btf::losses).orElse(List.of()));
        } catch (ShrunkException gone) {
            Span at = new Span(input.artifact(), Span.NO_LINE, gone.offset(), 0);
            Loss loss = new Loss(at, Loss.Kind.TRUNCATED, Loss.UNKNOWN, "the file became shorter while it was read");
            return new BtfFacts(input.artifact(), Optional.empty(), List.of(loss));
        }
    }
}
