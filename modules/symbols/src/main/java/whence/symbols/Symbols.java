package whence.symbols;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.elf.btf.Btf;
import whence.elf.dwarf.Dwarf;
import whence.evidence.Loss;
import whence.symbols.facts.BuiltinRanges;
import whence.symbols.facts.ElfFacts;
import whence.symbols.facts.FilterFunctions;
import whence.symbols.facts.KernelConfig;
import whence.symbols.facts.KernelVersion;
import whence.symbols.facts.KprobeBlacklist;
import whence.symbols.facts.KprobesList;
import whence.symbols.facts.LinkerMap;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.facts.SymbolTable;
import whence.symbols.objects.BuiltinModules;
import whence.symbols.objects.CompileUnits;
import whence.symbols.objects.FileEntries;
import whence.symbols.objects.LinkedPieces;
import whence.symbols.objects.ModuleBrackets;
import whence.symbols.objects.ObjectEvidence;
import whence.symbols.objects.Once;
import whence.symbols.objects.TwinObjects;
import whence.symbols.probes.ProbeSearch;
import whence.symbols.probes.ProbeWriter;
import whence.symbols.slides.BaseChoice;
import whence.symbols.slides.Slide;
import whence.symbols.slides.SlideSearch;

/// What all artifacts of a session say together about the symbols of its kernel: one list stands for the kernel that
/// ran, the others are laid beside it with the slide worked out from symbols that both name.
///
/// Immutable; any thread; symbols and copies are made when asked for.
public final class Symbols {
    private static final Pattern FRAME =
            Pattern.compile("([^\\s+]+)\\+(0x[0-9a-fA-F]{1,16}|\\d{1,18})(?:/0x([0-9a-fA-F]{1,16}))?");

    /// No function or variable of a kernel is larger, bytes.
    private static final long FARTHEST = 16 << 20;
    /// How far the last symbol of a module may reach, bytes.
    private static final long LAST_SYMBOL_REACH = 1 << 16;

    private final List<SymbolFacts> facts;
    private final @Nullable SymbolTable base;
    private final Map<String, Slide> slides = new HashMap<>();
    private final List<SymbolTable> others = new ArrayList<>();
    private final @Nullable KernelVersion version;
    private final @Nullable CopyMaker maker;
    private final List<CompileUnits.Source> debug;
    private final Once<Optional<Btf>> types;
    private final int[] firsts;
    private final int[] ambiguous;
    private final Ambiguity ambiguity;

    private Symbols(List<SymbolFacts> facts, @Nullable KernelVersion version) {
        this.facts = List.copyOf(facts);
        this.version = version;
        List<SymbolTable> tables = of(facts);
        this.base = BaseChoice.of(tables).orElse(null);
        this.firsts = base == null ? new int[0] : firsts(base);
        this.ambiguous = IntStream.of(firsts).filter(this::isAmbiguous).toArray();
        this.ambiguity =
                base == null ? new Ambiguity(0, 0, "there is no list of symbols", List.of()) : AmbiguityCount.of(base);
        layBeside(tables);
        this.debug = DebugFiles.of(this.facts, base, slides);
        this.types = new Once<>(() -> DebugFiles.types(this.facts));
        this.maker = base == null ? null : maker(base);
    }

    private CopyMaker maker(SymbolTable table) {
        List<ObjectEvidence> evidence = List.of(
                new FileEntries(table, others, slides),
                new ModuleBrackets(table),
                new LinkedPieces(table, only(LinkerMap.class), slides),
                new CompileUnits(table, debug),
                new BuiltinModules(table, only(BuiltinRanges.class)),
                new TwinObjects(table));
        return new CopyMaker(table, evidence, new ProbeSearch(table, lists(), version), new ProbeWriter(table));
    }

    /// Joins facts.
    ///
    /// @param version of the kernel that ran, where a log or the user says so; else a configuration or module may
    public static Symbols of(List<? extends SymbolFacts> facts, Optional<KernelVersion> version) {
        List<SymbolFacts> all = List.copyOf(facts);
        return new Symbols(all, version.or(() -> versionIn(all)).orElse(null));
    }

    private static Optional<KernelVersion> versionIn(List<SymbolFacts> facts) {
        return facts.stream()
                .filter(KernelConfig.class::isInstance)
                .map(KernelConfig.class::cast)
                .flatMap(config -> config.version().stream())
                .findFirst();
    }

    private static List<SymbolTable> of(List<SymbolFacts> facts) {
        List<SymbolTable> tables = new ArrayList<>();
        for (SymbolFacts fact : facts) {
            if (fact instanceof SymbolTable table) {
                tables.add(table);
            } else if (fact instanceof ElfFacts elf && !elf.unlinked()) {
                tables.add(elf.table());
            } else if (fact instanceof LinkerMap map) {
                tables.add(map.table());
            }
        }
        return tables;
    }

    private static int[] firsts(SymbolTable base) {
        int[] rows = new int[base.count()];
        int[] filled = {0};
        base.eachName(row -> rows[filled[0]++] = row);
        return Arrays.copyOf(rows, filled[0]);
    }

    private boolean isAmbiguous(int first) {
        return base != null && base.nextSame(first) >= 0 && base.text(first) && !AmbiguityCount.marker(base, first);
    }

    private void layBeside(List<SymbolTable> tables) {
        for (SymbolTable table : tables) {
            if (base != null && table != base) {
                others.add(table);
                new SlideSearch(base, table).find().ifPresent(slide -> slides.put(table.artifact(), slide));
            }
        }
    }

    /// Whether no artifact lists a symbol.
    public boolean isEmpty() {
        return base == null;
    }

    /// The list that stands for the kernel that ran; empty where there is none.
    public Optional<SymbolTable> base() {
        return Optional.ofNullable(base);
    }

    /// Symbols in the list, copies counted each.
    public int count() {
        return base == null ? 0 : base.count();
    }

    public Ambiguity ambiguity() {
        return ambiguity;
    }

    /// Version of the kernel, as far as anything says it.
    public Optional<KernelVersion> version() {
        return Optional.ofNullable(version);
    }

    /// Every name once, in the order of the list; made when asked for, so a view of all costs nothing.
    public List<Symbol> all() {
        return view(firsts);
    }

    /// The names of code that several symbols bear, in the order of the list.
    public List<Symbol> ambiguous() {
        return view(ambiguous);
    }

    private List<Symbol> view(int[] rows) {
        return new AbstractList<>() {
            @Override
            public Symbol get(int index) {
                return symbol(rows[index]);
            }

            @Override
            public int size() {
                return rows.length;
            }
        };
    }

    /// The symbol of exactly this name.
    public Optional<Symbol> named(String name) {
        int[] rows = base == null ? new int[0] : base.named(name);
        return rows.length == 0 ? Optional.empty() : Optional.of(symbol(rows[0]));
    }

    /// What covers an address of the kernel that ran; empty where nothing does.
    ///
    /// @param address unsigned
    public Optional<Place> at(long address) {
        int row = base == null ? -1 : base.at(address);
        return base == null || maker == null || row < 0 || far(base, row, address)
                ? Optional.empty()
                : Optional.of(new Place(maker.copy(row), address - base.address(row)));
    }

    /// Behind the last symbol of a module, or between per-CPU offsets and the kernel, nothing covers an address.
    private static boolean far(SymbolTable table, int row, long address) {
        long reach = table.size(row) == SymbolTable.NO_SIZE ? LAST_SYMBOL_REACH : FARTHEST;
        return Long.compareUnsigned(address - table.address(row), reach) >= 0;
    }

    /// The places a text like `bpf_prog_load+0xc3/0x570`, `name+12`, `name` or `0xffffffff813e2c80` may mean: one of
    /// each
    /// copy whose size fits; empty where none does.
    public List<Place> places(String text) {
        Matcher frame = FRAME.matcher(text.strip());
        if (frame.matches()) {
            long size = frame.group(3) == null ? -1 : Long.parseUnsignedLong(frame.group(3), 16);
            return places(frame.group(1), Long.decode(frame.group(2)), size);
        }
        if (text.strip().matches("0x[0-9a-fA-F]{1,16}")) {
            return at(Long.parseUnsignedLong(text.strip().substring(2), 16)).stream()
                    .toList();
        }
        return places(text.strip(), 0, -1);
    }

    private List<Place> places(String name, long offset, long size) {
        return named(name).stream()
                .flatMap(symbol -> symbol.copies().stream())
                .filter(copy -> size < 0 || copy.size() < 0 || copy.size() == size)
                .map(copy -> new Place(copy, offset))
                .toList();
    }

    /// The source lines of an address of the kernel that ran, innermost inlined function first; empty without debug
    /// information for it.
    ///
    /// @param address unsigned
    public List<Dwarf.Frame> lines(long address) {
        for (CompileUnits.Source source : debug) {
            List<Dwarf.Frame> frames = source.dwarf().frames(source.linked(address));
            if (!frames.isEmpty()) {
                return frames;
            }
        }
        return List.of();
    }

    /// Structure sizes, offsets and enumerators of the kernel; empty without BTF.
    public Optional<Btf> types() {
        return types.get();
    }

    /// How the addresses of each other artifact lie beside those of the list.
    public List<Slide> slides() {
        return others.stream()
                .map(table -> slides.get(table.artifact()))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /// What each artifact says on its own.
    public List<SymbolFacts> facts() {
        return facts;
    }

    /// All losses of all artifacts.
    public List<Loss> losses() {
        return facts.stream().flatMap(f -> f.losses().stream()).toList();
    }

    private Symbol symbol(int first) {
        List<Copy> copies = new ArrayList<>();
        if (base != null && maker != null) {
            for (int row = first; row >= 0; row = base.nextSame(row)) {
                copies.add(maker.copy(row));
            }
        }
        return new Symbol(base == null ? "" : base.name(first), copies);
    }

    private ProbeSearch.Lists lists() {
        return new ProbeSearch.Lists(
                only(KprobeBlacklist.class), only(KprobesList.class), only(FilterFunctions.class), slides);
    }

    private <T> List<T> only(Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
