package whence.elf;

/// Walks a symbol table without making an object of each symbol: `while (cursor.next()) … cursor.value()`.
///
/// It ends at the last record that lies inside the section. Local symbols of a file follow its `FILE` symbol; the
/// cursor keeps that in mind as [#file].
public final class SymbolCursor {
    private static final int FILE = 4;
    private static final int SECTION = 3;
    private final Elf elf;
    private final Words words;
    private final Section table;
    private final Section strings;
    private final int recordSize;
    private final long count;
    private long index;
    private long file;

    /// @param table a section of type [Section#SYMTAB] or [Section#DYNSYM]
    public SymbolCursor(Elf elf, Section table) {
        this.elf = elf;
        this.words = elf.words();
        this.table = table;
        this.recordSize = words.wide() ? 24 : 16;
        int link = table.link();
        boolean named = link > 0 && link < elf.sections().size();
        this.strings = named ? elf.sections().get(link) : table;
        this.count = named ? table.size() / recordSize : 0;
    }

    /// Goes to the next symbol; the first record of a table is empty by definition and left out.
    public boolean next() {
        if (++index >= count) {
            return false;
        }
        if (kind() == FILE) {
            file = index;
        }
        return true;
    }

    /// Records in the table, the empty first one included.
    public long count() {
        return count;
    }

    /// Number of the symbol, as `readelf -s` prints it.
    public long index() {
        return index;
    }

    /// Number of the `FILE` symbol that the current local symbol follows; 0 where there is none, and for globals,
    /// which stand behind all files.
    public long file() {
        return local() ? file : 0;
    }

    /// Offset of the record in the file.
    public long offset() {
        return offset(index);
    }

    /// Offset of record `number` in the file.
    public long offset(long number) {
        return table.offset() + number * recordSize;
    }

    public int recordSize() {
        return recordSize;
    }

    public long value() {
        return words.wide() ? words.i64(offset() + 8) : words.u32(offset() + 4);
    }

    public long size() {
        return words.wide() ? words.i64(offset() + 16) : words.u32(offset() + 8);
    }

    /// Number of the section it is defined in; 0 undefined, 0xfff1 absolute.
    public int section() {
        return words.u16(offset() + (words.wide() ? 6 : 14));
    }

    /// Whether it is the symbol of a source file or a section rather than a thing in it.
    public boolean structural() {
        return kind() == FILE || kind() == SECTION;
    }

    public boolean function() {
        return kind() == 2 || kind() == 10;
    }

    public boolean local() {
        return info() >> 4 == 0;
    }

    public boolean weak() {
        return info() >> 4 == 2;
    }

    private int kind() {
        return info() & 15;
    }

    private int info() {
        return words.u8(offset() + (words.wide() ? 4 : 12));
    }

    /// Offset of the name in the file.
    public long nameOffset() {
        return nameOffset(index);
    }

    private long nameOffset(long number) {
        return strings.offset() + words.u32(offset(number));
    }

    /// Length of the name in bytes, at most `limit`; 0 where it lies outside the string table.
    public int nameLength(int limit) {
        long start = nameOffset();
        long stop = Math.min(strings.offset() + strings.size(), start + limit);
        if (start < strings.offset() || start >= stop) {
            return 0;
        }
        long end = words.bytes().indexOf((byte) 0, start, stop);
        return (int) ((end < 0 ? stop : end) - start);
    }

    /// The letter `nm` prints: upper case for globals.
    public char letter() {
        if (weak()) {
            return function() ? 'W' : 'V';
        }
        char letter = letterOfSection();
        return local() ? Character.toLowerCase(letter) : letter;
    }

    private char letterOfSection() {
        int number = section();
        if (number == 0) {
            return 'U';
        }
        if (number >= elf.sections().size()) {
            return 'A';
        }
        Section home = elf.sections().get(number);
        if (home.executable()) {
            return 'T';
        }
        if (home.type() == Section.NOBITS) {
            return 'B';
        }
        return (home.flags() & 1) != 0 ? 'D' : 'R';
    }

    /// Name of the file symbol `number`.
    public String fileName(long number) {
        return elf.text(nameOffset(number));
    }
}
