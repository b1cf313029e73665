package whence.symbols.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whence.bytes.Bytes;
import whence.evidence.Loss;
import whence.evidence.Span;

/// Collects the symbols of one artifact. One thread; [#build] once.
public final class SymbolTableBuilder {
    private static final int MAX_MODULES = Short.MAX_VALUE;

    private final SymbolColumns columns;
    private final List<String> modules = new ArrayList<>(List.of(""));
    private final Map<String, Integer> moduleCodes = new HashMap<>(Map.of("", 0));
    private final List<SymbolColumns.SourceFile> files = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private boolean linked = true;

    private SymbolTableBuilder(SymbolColumns columns) {
        this.columns = columns;
        files.add(new SymbolColumns.SourceFile("", new Span(columns.artifact, 0, 0, 0)));
    }

    /// A table of a text, one symbol a line; positions are line numbers.
    public static SymbolTableBuilder ofLines(String artifact, String format, Bytes bytes) {
        return new SymbolTableBuilder(new SymbolColumns(artifact, format, bytes, SymbolColumns::line));
    }

    /// A table of records of one size; positions are record numbers.
    public static SymbolTableBuilder ofRecords(String artifact, String format, Bytes bytes, long table, int size) {
        return new SymbolTableBuilder(new SymbolColumns(
                artifact,
                format,
                bytes,
                (c, row) -> new Span(artifact, Span.NO_LINE, table + (long) c.position[row] * size, size)));
    }

    /// Says that the numbers given as addresses are none: the file is not linked yet.
    public void unlinked() {
        linked = false;
    }

    public int count() {
        return columns.count;
    }

    /// Adds a symbol and returns its row.
    ///
    /// @param nameOffset where its name stands in the artifact, below 4 GiB
    /// @param position line number from 1, or record number
    public int add(long address, char type, long nameOffset, int nameLength, long position) {
        int row = columns.next();
        columns.address[row] = address;
        columns.type[row] = (byte) type;
        columns.nameOffset[row] = (int) nameOffset;
        columns.nameLength[row] = (short) Math.min(nameLength, 0xffff);
        columns.position[row] = (int) position;
        return row;
    }

    /// Code of a module's name for [#module(int, int)].
    public int moduleCode(String name) {
        Integer known = moduleCodes.get(name);
        if (known != null) {
            return known;
        }
        if (modules.size() >= MAX_MODULES) {
            return 0;
        }
        modules.add(name);
        moduleCodes.put(name, modules.size() - 1);
        return modules.size() - 1;
    }

    public void module(int row, int code) {
        columns.module[row] = (short) code;
    }

    public void size(int row, long bytes) {
        columns.declareSize(row, bytes);
    }

    /// Code of an `STT_FILE` entry for [#file(int, int)].
    public int fileCode(String name, Span span) {
        files.add(new SymbolColumns.SourceFile(name, span));
        return files.size() - 1;
    }

    public void file(int row, int code) {
        columns.declareFile(row, code);
    }

    public void lose(Loss loss) {
        losses.add(loss);
    }

    /// Records that a line or record could not be read.
    public void lose(long line, long offset, long length, String why) {
        lose(new Loss(new Span(columns.artifact, line, offset, length), Loss.Kind.UNREADABLE, 1, why));
    }

    public SymbolTable build() {
        columns.modules = List.copyOf(modules);
        columns.files = List.copyOf(files);
        columns.trim();
        columns.hidden = !linked || allZero();
        return new SymbolTable(columns, NameIndex.of(columns), AddressIndex.of(columns), losses);
    }

    private boolean allZero() {
        for (int row = 0; row < columns.count; row++) {
            if (columns.address[row] != 0) {
                return false;
            }
        }
        return columns.count > 0;
    }
}
