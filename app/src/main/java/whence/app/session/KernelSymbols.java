package whence.app.session;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import whence.app.model.SymbolList;
import whence.evidence.Ref;
import whence.symbols.Copy;
import whence.symbols.Symbol;
import whence.symbols.Symbols;
import whence.symbols.facts.SymbolTable;
import whence.symbols.mention.AddressMentions;
import whence.symbols.probes.ProbeText;

/// The rows of a kernel's symbol list, by name. What a copy is and how to probe it is worked out for rows in sight
/// only.
final class KernelSymbols implements SymbolList {
    private static final int KEPT = 512;

    private final Symbols symbols;
    private final SymbolTable base;
    private final int[] byName;
    private final int[] indexOfRow;
    private final BitSet ambiguous = new BitSet();
    private final Map<Integer, Row> seen = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Row> eldest) {
            return size() > KEPT;
        }
    };

    KernelSymbols(Symbols symbols, SymbolTable base) {
        this.symbols = symbols;
        this.base = base;
        String[] names = IntStream.range(0, base.count()).mapToObj(base::name).toArray(String[]::new);
        this.byName = IntStream.range(0, base.count())
                .boxed()
                .sorted(Comparator.<Integer, String>comparing(row -> names[row]).thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
        this.indexOfRow = new int[byName.length];
        for (int i = 0; i < byName.length; i++) {
            indexOfRow[byName[i]] = i;
        }
        for (Symbol symbol : symbols.ambiguous()) {
            IntStream.of(base.named(symbol.name())).forEach(row -> ambiguous.set(indexOfRow[row]));
        }
    }

    @Override
    public int count() {
        return byName.length;
    }

    @Override
    public String name(int index) {
        return base.name(byName[index]);
    }

    @Override
    public boolean ambiguous(int index) {
        return ambiguous.get(index);
    }

    @Override
    public synchronized Row row(int index) {
        return seen.computeIfAbsent(index, this::make);
    }

    private Row make(int index) {
        int row = byName[index];
        String name = base.name(row);
        List<Copy> copies = symbols.named(name).map(Symbol::copies).orElse(List.of());
        int number = (int) IntStream.of(base.named(name)).filter(r -> r < row).count();
        return number < copies.size() ? row(copies.get(number), copies.size()) : unknown(name);
    }

    private static Row row(Copy copy, int copies) {
        String object = copy.object();
        String address = copy.addressText();
        return new Row(
                copy.ref(),
                copy.name(),
                address == null ? "—" : address,
                String.valueOf(copy.type()),
                copy.module(),
                copies,
                object == null ? "" : object,
                object == null ? "" : copy.grade().name().toLowerCase(Locale.ROOT),
                Stream.of(copy.why(), "kprobe: " + copy.probing().why())
                        .filter(s -> !s.isBlank())
                        .distinct()
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(""),
                copy.probing().kprobe().word(),
                copy.offers().stream().map(ProbeText::text).toList());
    }

    private static Row unknown(String name) {
        return new Row(new Ref.Symbol(name, 0), name, "—", "?", "", 1, "", "", "", "unknown", List.of());
    }

    @Override
    public List<Integer> located(String text) {
        if (AddressMentions.in(text).isEmpty()) {
            return List.of();
        }
        return symbols.locate(text).stream()
                .flatMap(one -> one.places().stream())
                .flatMap(spot -> indexOf(spot.place().copy().ref()).stream())
                .distinct()
                .toList();
    }

    @Override
    public Optional<Integer> indexOf(Ref.Symbol symbol) {
        int[] rows = base.named(symbol.name());
        return IntStream.of(rows)
                .filter(row -> base.address(row) == symbol.address())
                .boxed()
                .findFirst()
                .or(() -> IntStream.of(rows).boxed().findFirst())
                .map(row -> indexOfRow[row]);
    }
}
