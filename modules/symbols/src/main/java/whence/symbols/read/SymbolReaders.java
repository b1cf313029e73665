package whence.symbols.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import whence.bytes.Bytes;

/// All readers of this module.
public final class SymbolReaders {
    private static final long HEAD = 64 << 10;

    private SymbolReaders() {}

    /// Every reader; where two are equally sure, the earlier one is right.
    public static List<SymbolReader> all() {
        return List.of(
                new ElfReader(),
                new BtfReader(),
                AddressListReader.kallsyms(),
                AddressListReader.systemMap(),
                new ReadelfReader(),
                new ObjdumpReader(),
                new KprobeBlacklistReader(),
                new KprobesListReader(),
                new LoadedModulesReader(),
                new BuiltinRangesReader(),
                new LinkerMapReader(),
                new ModinfoReader(),
                new KernelConfigReader(),
                new FilterFunctionsReader());
    }

    /// The reader that is surest of an input; empty where none is.
    ///
    /// @param bytes the input, or its first 64 KiB
    public static Optional<SymbolReader> sniff(Bytes bytes, String name) {
        Bytes head = bytes.size() > HEAD ? bytes.slice(0, HEAD) : bytes;
        String lower = name.toLowerCase(Locale.ROOT);
        return all().stream()
                .map(reader -> new Vote(reader, reader.sniff(head, lower)))
                .filter(vote -> vote.certainty > 0)
                .reduce((best, vote) -> vote.certainty > best.certainty ? vote : best)
                .map(Vote::reader);
    }

    /// The reader of a format.
    public static Optional<SymbolReader> of(String format) {
        return all().stream().filter(r -> r.format().equals(format)).findFirst();
    }

    private record Vote(SymbolReader reader, int certainty) {}
}
