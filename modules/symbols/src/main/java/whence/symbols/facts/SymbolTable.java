package whence.symbols.facts;

import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import whence.evidence.Loss;
import whence.evidence.Span;

/// The symbols that one artifact lists, in columns, in its order; the row number is the symbol's ordinal. Names
/// stay in the artifact's bytes, so a table of 200,000 symbols needs about 8 MB. Addresses are unsigned.
///
/// Immutable; any thread; valid for as long as the artifact's bytes are.
public final class SymbolTable implements SymbolFacts {
    /// Size of a symbol whose size is not known.
    public static final long NO_SIZE = -1;

    private final SymbolColumns columns;
    private final NameIndex names;
    private final AddressIndex addresses;
    private final List<Loss> losses;

    SymbolTable(SymbolColumns columns, NameIndex names, AddressIndex addresses, List<Loss> losses) {
        this.columns = columns;
        this.names = names;
        this.addresses = addresses;
        this.losses = List.copyOf(losses);
    }

    @Override
    public String artifact() {
        return columns.artifact;
    }

    @Override
    public String format() {
        return columns.format;
    }

    @Override
    public List<Loss> losses() {
        return losses;
    }

    public int count() {
        return columns.count;
    }

    /// Whether the artifact shows no address at all: every one is zero because the reader of kallsyms was not
    /// allowed to see them, or the file is not linked yet. Order and names still tell something then.
    public boolean addressesHidden() {
        return columns.hidden;
    }

    /// The address as the artifact writes it; meaningless where [#addressesHidden].
    public long address(int row) {
        return columns.address[row];
    }

    /// The letter of `nm`: `t` local and `T` global text, and so on; in modules upper case means exported. `?`
    /// where the artifact does not say.
    public char type(int row) {
        return (char) columns.type[row];
    }

    /// Whether it is code, by its letter: text, or weak in a place where code stands.
    public boolean text(int row) {
        return Letters.text(type(row));
    }

    public String name(int row) {
        return columns.name(row);
    }

    /// Name of the module in brackets, empty for the kernel itself: also `bpf`, `__builtin__ftrace`.
    public String module(int row) {
        return columns.modules.get(columns.module[row]);
    }

    /// Bytes the symbol takes: as the artifact declares, else up to the next symbol at another address in the same
    /// module; [#NO_SIZE] where neither is known.
    public long size(int row) {
        long declared = declaredSize(row);
        return declared != NO_SIZE || columns.hidden ? declared : addresses.distance(row);
    }

    /// The size as the artifact declares it, or [#NO_SIZE].
    public long declaredSize(int row) {
        return columns.size == null ? NO_SIZE : columns.size[row];
    }

    /// Name of the source file of its `STT_FILE` entry; null where there is none.
    public @Nullable String file(int row) {
        int code = columns.file == null ? 0 : columns.file[row];
        return code == 0 ? null : columns.files.get(code).name();
    }

    /// Where the `STT_FILE` entry stands; null where there is none.
    public @Nullable Span fileSpan(int row) {
        int code = columns.file == null ? 0 : columns.file[row];
        return code == 0 ? null : columns.files.get(code).span();
    }

    /// Where the symbol stands: its line, or its record.
    public Span span(int row) {
        return columns.layout.span(columns, row);
    }

    /// Rows of all symbols with exactly this name, in order.
    public int[] named(String name) {
        return names.rows(name);
    }

    /// The first row with the same name as `row`; itself where it is the first.
    public int first(int row) {
        return names.first(row);
    }

    /// The next row with the same name, or -1.
    public int nextSame(int row) {
        return names.next(row);
    }

    /// Calls with the first row of each name, in order.
    public void eachName(IntConsumer first) {
        names.eachFirst(first);
    }

    /// The row that covers an address: the first of those that stand at the greatest address not above it; -1 where
    /// there is none.
    public int at(long address) {
        return columns.hidden ? -1 : addresses.at(address);
    }

    /// Rows in order of address, aliases in order of the artifact; empty where [#addressesHidden].
    public int[] byAddress() {
        return addresses.order();
    }

    /// Position of a row in [#byAddress], or -1.
    public int rank(int row) {
        return columns.hidden ? -1 : addresses.rank(row);
    }

    /// Rows of the same address as `row`, itself included.
    public int[] aliases(int row) {
        return columns.hidden ? new int[] {row} : addresses.same(row);
    }

    /// Whether the name of `row` begins so; without making a text of it.
    public boolean nameStartsWith(int row, byte[] prefix) {
        return columns.nameLength[row] >= prefix.length
                && columns.bytes.startsWith(prefix, Integer.toUnsignedLong(columns.nameOffset[row]));
    }

    @Override
    public String toString() {
        return format() + " " + artifact() + " " + count() + " symbols";
    }
}
