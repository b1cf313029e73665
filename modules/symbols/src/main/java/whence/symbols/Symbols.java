package whence.symbols;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.elf.btf.Btf;
import whence.elf.dwarf.Dwarf;
import whence.evidence.Loss;
import whence.symbols.facts.BuiltinRanges;
import whence.symbols.facts.FilterFunctions;
import whence.symbols.facts.KernelVersion;
import whence.symbols.facts.KprobeBlacklist;
import whence.symbols.facts.KprobesList;
import whence.symbols.facts.LinkerMap;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.facts.SymbolTable;
import whence.symbols.mention.AddressMention;
import whence.symbols.mention.Located;
import whence.symbols.objects.BuiltinModules;
import whence.symbols.objects.CompileUnits;
import whence.symbols.objects.FileEntries;
import whence.symbols.objects.LinkedPieces;
import whence.symbols.objects.ModuleBrackets;
import whence.symbols.objects.ObjectEvidence;
import whence.symbols.objects.Once;
import whence.symbols.objects.SourceOrder;
import whence.symbols.objects.TwinObjects;
import whence.symbols.objects.WhereDefined;
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
    private final List<SymbolFacts> facts;
    private final @Nullable SymbolTable base;
    private final Map<String, Slide> slides = new HashMap<>();
    private final List<SymbolTable> others = new ArrayList<>();
    private final @Nullable KernelVersion version;
    private final @Nullable CopyMaker maker;
    private final @Nullable AddressSearch search;
    private final Once<Optional<Btf>> types;
    private final int[] firsts;
    private final int[] ambiguous;
    private final Ambiguity ambiguity;

    private Symbols(List<SymbolFacts> facts, @Nullable KernelVersion version, @Nullable WhereDefined source) {
        this.facts = List.copyOf(facts);
        this.version = version;
        List<SymbolTable> tables = new FactsByKind(this.facts).tables();
        this.base = BaseChoice.of(tables).orElse(null);
        this.firsts = base == null ? new int[0] : firsts(base);
        this.ambiguous = IntStream.of(firsts).filter(this::isAmbiguous).toArray();
        this.ambiguity =
                base == null ? new Ambiguity(0, 0, "there is no list of symbols", List.of()) : AmbiguityCount.of(base);
        layBeside(tables);
        List<CompileUnits.Source> debug = DebugFiles.of(this.facts, base, slides);
        this.types = new Once<>(() -> DebugFiles.types(this.facts));
        this.maker = base == null ? null : maker(base, debug, source);
        this.search = base == null || maker == null ? null : new AddressSearch(base, maker, debug);
    }

    private CopyMaker maker(SymbolTable table, List<CompileUnits.Source> debug, @Nullable WhereDefined source) {
        FactsByKind kinds = new FactsByKind(facts);
        List<ObjectEvidence> evidence = new ArrayList<>(List.of(
                new FileEntries(table, others, slides),
                new ModuleBrackets(table),
                new LinkedPieces(table, kinds.only(LinkerMap.class), slides),
                new CompileUnits(table, debug),
                new BuiltinModules(table, kinds.only(BuiltinRanges.class)),
                new TwinObjects(table)));
        if (source != null) {
            evidence.add(new SourceOrder(table, source));
        }
        return new CopyMaker(table, evidence, new ProbeSearch(table, lists(kinds), version), new ProbeWriter(table));
    }

    /// Joins facts.
    ///
    /// @param version of the kernel that ran, where a log or the user says so; else a configuration or module may
    public static Symbols of(List<? extends SymbolFacts> facts, Optional<KernelVersion> version) {
        List<SymbolFacts> all = List.copyOf(facts);
        return new Symbols(all, version.or(() -> new FactsByKind(all).version()).orElse(null), null);
    }

    /// The same, with the source of exactly this kernel as one more witness of which object a copy comes from. It
    /// must be a whole tree: what it does not define is taken to be defined nowhere.
    public Symbols with(WhereDefined source) {
        return new Symbols(facts, version, source);
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
        return search == null ? Optional.empty() : search.at(address);
    }

    /// The addresses that a text mentions, each with the symbols it may mean and their source lines: any line of a
    /// log or trace, or just a name, `name+12` or hexadecimal digits.
    public List<Located> locate(String text) {
        return search == null ? List.of() : search.locate(text);
    }

    /// The places a mention may mean: one of each copy whose size and module fit; empty where none does.
    public List<Place> places(AddressMention mention) {
        return search == null ? List.of() : search.places(mention);
    }

    /// The places that the first mention of a text may mean.
    public List<Place> places(String text) {
        return locate(text).stream()
                .findFirst()
                .map(located ->
                        located.places().stream().map(Located.Spot::place).toList())
                .orElse(List.of());
    }

    /// The source lines of an address of the kernel that ran, innermost inlined function first; empty without debug
    /// information for it.
    ///
    /// @param address unsigned
    public List<Dwarf.Frame> lines(long address) {
        return search == null ? List.of() : search.lines(address);
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

    private ProbeSearch.Lists lists(FactsByKind kinds) {
        return new ProbeSearch.Lists(
                kinds.only(KprobeBlacklist.class),
                kinds.only(KprobesList.class),
                kinds.only(FilterFunctions.class),
                slides);
    }
}
