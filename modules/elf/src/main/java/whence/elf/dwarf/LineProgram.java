package whence.elf.dwarf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Runs a line program, the coded form of a [LineTable] (DWARF 5, section 6.2; versions 2 to 5).
final class LineProgram {
    private static final int MOST_ROWS = 1 << 22;

    private final Reading in;
    private final int addressSize;
    private final int minStep;
    private final int maxOperations;
    private final int lineBase;
    private final int lineRange;
    private final int opcodeBase;
    private final int[] operands;

    private final List<int[]> sequences = new ArrayList<>();
    private long[] addresses = {};
    private int[] lines = {};
    private int[] files = {};
    private int count;
    private int sequenceStart;

    private long address;
    private int operation;
    private int file;
    private int line;

    private LineProgram(Reading in, int addressSize, int version) {
        this.in = in;
        this.addressSize = addressSize;
        this.minStep = in.u8();
        this.maxOperations = version >= 4 ? Math.max(1, in.u8()) : 1;
        in.skip(1);
        this.lineBase = (byte) in.u8();
        this.lineRange = Math.max(1, in.u8());
        this.opcodeBase = Math.max(1, in.u8());
        this.operands = new int[opcodeBase];
        for (int i = 1; i < opcodeBase; i++) {
            operands[i] = in.u8();
        }
        restart();
    }

    /// The table of the program at an offset of `.debug_line`; what a damaged one gives up to the damage.
    static LineTable read(Sections sections, long offset, int unitAddressSize, String compDir, String unitName) {
        Reading head = new Reading(sections.line(), offset);
        long length = head.u32();
        boolean wide = length == 0xffffffffL;
        long end = (wide ? head.i64() : length) + head.at();
        int version = head.u16();
        int addressSize = unitAddressSize;
        if (version >= 5) {
            addressSize = head.u8();
            head.skip(1);
        }
        long program = head.offset(wide) + head.at();
        if (version < 2 || version > 5 || end < program || end > head.limit()) {
            throw new Reading.Fault("the line program of " + unitName + " is of version " + version);
        }
        Reading in = Reading.held(sections.line(), head.at(), end);
        LineProgram run = new LineProgram(in, addressSize, version);
        UnitHeader forms = new UnitHeader(0, end, version, wide, addressSize, 0, 0, false);
        LineFiles names = LineFiles.read(sections, in, forms, compDir);
        in.skip(program - in.at());
        run.expect(end - program);
        try {
            run.run();
        } catch (Reading.Fault damage) {
            run.count = run.sequenceStart;
        }
        return run.table(names);
    }

    /// Programs take about four bytes a row that stays: room made at once is not made again and again.
    private void expect(long bytes) {
        int rows = (int) Math.min(1 << 16, Math.max(16, bytes / 4));
        addresses = new long[rows];
        lines = new int[rows];
        files = new int[rows];
    }

    private void restart() {
        address = 0;
        operation = 0;
        file = 1;
        line = 1;
        sequenceStart = count;
    }

    private void run() {
        while (in.more() && count < MOST_ROWS) {
            int opcode = in.u8();
            if (opcode >= opcodeBase) {
                int step = opcode - opcodeBase;
                advance(step / lineRange);
                line += lineBase + step % lineRange;
                row(line);
            } else if (opcode == 0) {
                extended();
            } else {
                standard(opcode);
            }
        }
    }

    private void standard(int opcode) {
        switch (opcode) {
            case 1 -> row(line);
            case 2 -> advance(in.uleb());
            case 3 -> line += (int) in.sleb();
            case 4 -> file = (int) in.uleb();
            case 8 -> advance((255 - opcodeBase) / lineRange);
            case 9 -> {
                address += in.u16();
                operation = 0;
            }
            default -> {
                for (int i = 0; i < operands[opcode]; i++) {
                    in.uleb();
                }
            }
        }
    }

    private void extended() {
        long length = in.uleb();
        long next = in.at() + length;
        if (length == 0) {
            return;
        }
        switch (in.u8()) {
            case 1 -> endSequence();
            case 2 -> {
                address = in.address(length == 9 ? 8 : length == 5 ? 4 : addressSize);
                operation = 0;
            }
            default -> {}
        }
        in.skip(next - in.at());
    }

    private void advance(long operations) {
        if (maxOperations == 1) {
            address += operations * minStep;
        } else {
            address += minStep * ((operation + operations) / maxOperations);
            operation = (int) ((operation + operations) % maxOperations);
        }
    }

    /// Of rows at one address the last counts; a row that says what the one before it says is none.
    private void row(int lineNumber) {
        int last = count - 1;
        if (last >= sequenceStart) {
            if (addresses[last] == address) {
                count = last;
            } else if (lines[last] == lineNumber && files[last] == file) {
                return;
            }
        }
        if (count == addresses.length) {
            int more = Math.max(16, count * 2);
            addresses = Arrays.copyOf(addresses, more);
            lines = Arrays.copyOf(lines, more);
            files = Arrays.copyOf(files, more);
        }
        addresses[count] = address;
        lines[count] = Math.max(0, lineNumber);
        files[count++] = file;
    }

    private void endSequence() {
        row(Integer.MIN_VALUE);
        lines[count - 1] = -1;
        sequences.add(new int[] {sequenceStart, count});
        restart();
    }

    private LineTable table(LineFiles names) {
        List<int[]> sorted = new ArrayList<>(sequences);
        sorted.sort(Comparator.comparing((int[] s) -> addresses[s[0]], Long::compareUnsigned));
        int total = sequences.stream().mapToInt(s -> s[1] - s[0]).sum();
        if (total == count && sorted.equals(sequences)) {
            return new LineTable(
                    Arrays.copyOf(addresses, total), Arrays.copyOf(lines, total), Arrays.copyOf(files, total), names);
        }
        long[] sortedAddresses = new long[total];
        int[] sortedLines = new int[total];
        int[] sortedFiles = new int[total];
        int at = 0;
        for (int[] s : sorted) {
            System.arraycopy(addresses, s[0], sortedAddresses, at, s[1] - s[0]);
            System.arraycopy(lines, s[0], sortedLines, at, s[1] - s[0]);
            System.arraycopy(files, s[0], sortedFiles, at, s[1] - s[0]);
            at += s[1] - s[0];
        }
        return new LineTable(sortedAddresses, sortedLines, sortedFiles, names);
    }
}
