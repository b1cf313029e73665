package whence.symbols.facts;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.evidence.Span;

/// The columns of a [SymbolTable]: 21 bytes a symbol, sizes and files only where the artifact gives them.
final class SymbolColumns {
    final String artifact;
    final String format;
    final Bytes bytes;
    final Layout layout;
    int count;
    boolean hidden;
    long[] address = new long[1024];
    int[] nameOffset = new int[1024];
    short[] nameLength = new short[1024];
    byte[] type = new byte[1024];
    short[] module = new short[1024];
    /// Line number from 1, or number of the record.
    int[] position = new int[1024];
    long @Nullable [] size;
    int @Nullable [] file;
    List<String> modules = List.of("");
    List<SourceFile> files = List.of();

    SymbolColumns(String artifact, String format, Bytes bytes, Layout layout) {
        this.artifact = artifact;
        this.format = format;
        this.bytes = bytes;
        this.layout = layout;
    }

    /// How a row's place in the artifact is found.
    interface Layout {
        Span span(SymbolColumns columns, int row);
    }

    /// An `STT_FILE` entry.
    record SourceFile(String name, Span span) {}

    int next() {
        if (count == address.length) {
            resize(count + (count >> 1));
        }
        return count++;
    }

    void trim() {
        resize(count);
    }

    private void resize(int capacity) {
        address = Arrays.copyOf(address, capacity);
        nameOffset = Arrays.copyOf(nameOffset, capacity);
        nameLength = Arrays.copyOf(nameLength, capacity);
        type = Arrays.copyOf(type, capacity);
        module = Arrays.copyOf(module, capacity);
        position = Arrays.copyOf(position, capacity);
        size = size == null ? null : Arrays.copyOf(size, capacity);
        file = file == null ? null : Arrays.copyOf(file, capacity);
    }

    void declareSize(int row, long bytesTaken) {
        if (size == null) {
            size = new long[address.length];
            Arrays.fill(size, SymbolTable.NO_SIZE);
        }
        size[row] = bytesTaken;
    }

    void declareFile(int row, int code) {
        if (file == null) {
            file = new int[address.length];
        }
        file[row] = code;
    }

    long nameAt(int row) {
        return Integer.toUnsignedLong(nameOffset[row]);
    }

    int nameLength(int row) {
        return Short.toUnsignedInt(nameLength[row]);
    }

    String name(int row) {
        return bytes.text(nameAt(row), nameLength(row));
    }

    /// The line that the name stands in.
    static Span line(SymbolColumns columns, int row) {
        long start = columns.nameAt(row);
        while (start > 0 && columns.bytes.at(start - 1) != '\n') {
            start--;
        }
        long end = columns.bytes.indexOf((byte) '\n', start, columns.bytes.size());
        long stop = end < 0 ? columns.bytes.size() : end;
        return new Span(columns.artifact, columns.position[row], start, stop - start);
    }
}
