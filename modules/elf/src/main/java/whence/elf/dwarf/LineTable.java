package whence.elf.dwarf;

/// The lines of a unit: which address begins which line of which file. Rows of one sequence ascend, and sequences
/// are in order of their start; the line is -1 where a sequence ends.
final class LineTable {
    static final LineTable EMPTY = new LineTable(new long[0], new int[0], new int[0], LineFiles.NONE);
    private static final int END = -1;

    private final long[] addresses;
    private final int[] lines;
    private final int[] files;
    private final LineFiles names;

    /// @param names whole paths, by the number that the unit gives the file
    LineTable(long[] addresses, int[] lines, int[] files, LineFiles names) {
        this.addresses = addresses;
        this.lines = lines;
        this.files = files;
        this.names = names;
    }

    /// The row that covers an address; -1 where none does.
    int at(long address) {
        int low = 0;
        int high = addresses.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(addresses[middle], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high < 0 || lines[high] == END ? -1 : high;
    }

    int count() {
        return lines.length;
    }

    String file(long number) {
        return names.path(number);
    }

    int line(int row) {
        return lines[row];
    }

    int fileNumber(int row) {
        return files[row];
    }
}
