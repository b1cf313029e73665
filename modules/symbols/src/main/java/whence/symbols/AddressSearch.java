package whence.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import whence.elf.dwarf.Dwarf;
import whence.symbols.facts.SymbolTable;
import whence.symbols.mention.AddressMention;
import whence.symbols.mention.AddressMentions;
import whence.symbols.mention.Located;
import whence.symbols.objects.CompileUnits;

/// Leads from addresses, however they are written, to symbols and source lines.
///
/// @param base the list that stands for the kernel that ran
record AddressSearch(SymbolTable base, CopyMaker maker, List<CompileUnits.Source> debug) {
    private static final Pattern DIGITS = Pattern.compile("(?:0x)?[0-9a-fA-F]{1,16}");
    /// No function or variable of a kernel is larger, bytes.
    private static final long FARTHEST = 16 << 20;
    /// How far the last symbol of a module may reach, bytes.
    private static final long LAST_SYMBOL_REACH = 1 << 16;

    Optional<Place> at(long address) {
        int row = base.at(address);
        return row < 0 || far(row, address)
                ? Optional.empty()
                : Optional.of(new Place(maker.copy(row), address - base.address(row)));
    }

    /// Behind the last symbol of a module, or between per-CPU offsets and the kernel, nothing covers an address.
    private boolean far(int row, long address) {
        long reach = base.size(row) == SymbolTable.NO_SIZE ? LAST_SYMBOL_REACH : FARTHEST;
        return Long.compareUnsigned(address - base.address(row), reach) >= 0;
    }

    /// The mentions of a text; where it is nothing but a name or digits, that is one too.
    List<Located> locate(String text) {
        List<AddressMention> mentions = AddressMentions.in(text);
        List<Located> located = (mentions.isEmpty() ? whole(text) : mentions)
                .stream().map(this::located).toList();
        return located.stream().map(one -> narrowed(one, located)).toList();
    }

    /// A line that writes the address beside the name (`kprobes/list`, old call traces) says which copy it means.
    private static Located narrowed(Located one, List<Located> all) {
        List<Located.Spot> same = one.places().stream()
                .filter(spot -> all.stream()
                        .anyMatch(raw -> raw.mention() instanceof AddressMention.Raw
                                && raw.places().stream().anyMatch(other -> spot.isAt(other))))
                .toList();
        return one.places().size() > 1 && same.size() == 1 ? new Located(one.mention(), same) : one;
    }

    private List<AddressMention> whole(String text) {
        String bare = text.strip();
        int start = text.indexOf(bare);
        int end = start + bare.length();
        if (base.named(bare).length > 0) {
            return List.of(new AddressMention.Named(start, end, bare, 0, -1, "", false));
        }
        return DIGITS.matcher(bare).matches()
                ? List.of(new AddressMention.Raw(
                        start, end, Long.parseUnsignedLong(bare.substring(bare.startsWith("0x") ? 2 : 0), 16)))
                : List.of();
    }

    private Located located(AddressMention mention) {
        return new Located(
                mention,
                places(mention).stream()
                        .map(place -> new Located.Spot(place, lines(mention, place)))
                        .toList());
    }

    List<Place> places(AddressMention mention) {
        return switch (mention) {
            case AddressMention.Raw raw -> at(raw.address()).stream().toList();
            case AddressMention.Named named -> places(named);
        };
    }

    /// A size leaves only copies of that size. The kernel writes the module behind every symbol of one, so a size
    /// without a module means the kernel proper where that has a copy.
    private List<Place> places(AddressMention.Named named) {
        int[] fitting = IntStream.of(base.named(named.name()))
                .filter(row -> named.size() < 0 || base.size(row) < 0 || base.size(row) == named.size())
                .filter(row -> named.module().isEmpty() || same(base.module(row), named.module()))
                .toArray();
        Predicate<Integer> proper = row -> base.module(row).isEmpty();
        boolean properOnly = named.size() >= 0
                && named.module().isEmpty()
                && IntStream.of(fitting).boxed().anyMatch(proper);
        List<Place> places = new ArrayList<>();
        IntStream.of(fitting)
                .boxed()
                .filter(row -> !properOnly || proper.test(row))
                .forEach(row -> places.add(new Place(maker.copy(row), named.offset())));
        return places;
    }

    /// Files of modules may have dashes where the kernel writes underscores.
    private static boolean same(String module, String asked) {
        return module.equals(asked.replace('-', '_'));
    }

    private List<Dwarf.Frame> lines(AddressMention mention, Place place) {
        boolean returned = mention instanceof AddressMention.Named named && named.returned() && named.offset() > 0;
        return place.copy().addressKnown()
                ? lines(place.copy().address() + place.offset() - (returned ? 1 : 0))
                : List.of();
    }

    /// Where debug information names no function around the address, the symbol list does, as with `addr2line`.
    List<Dwarf.Frame> lines(long address) {
        for (CompileUnits.Source source : debug) {
            List<Dwarf.Frame> frames = source.dwarf().frames(source.linked(address));
            if (!frames.isEmpty()) {
                return frames.stream().map(frame -> named(frame, address)).toList();
            }
        }
        return List.of();
    }

    private Dwarf.Frame named(Dwarf.Frame frame, long address) {
        int row = frame.function().isEmpty() ? base.at(address) : -1;
        return row < 0 ? frame : new Dwarf.Frame(base.name(row), frame.file(), frame.line(), frame.inlined());
    }
}
