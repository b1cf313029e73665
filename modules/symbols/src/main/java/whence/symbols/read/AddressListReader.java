package whence.symbols.read;

import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.facts.SymbolTableBuilder;
import whence.timeline.Input;

/// Reads `address letter name`, one symbol a line: `/proc/kallsyms` (a TAB and the module in brackets may follow),
/// and `System.map` or `nm` (an undefined symbol has blanks for its address).
final class AddressListReader implements SymbolReader {
    private static final Pattern FORM =
            Pattern.compile("(?:[0-9a-f]{16}|[0-9a-f]{8}) \\p{Alpha} \\S+(?:\\s+\\[\\S+])?");
    private static final Pattern NM =
            Pattern.compile("(?:[0-9a-f]{16}|[0-9a-f]{8}|\\s{8,16})(?: [0-9a-f]{8,16})? [A-Za-z?-] \\S+");

    private final String format;
    private final boolean live;

    private AddressListReader(String format, boolean live) {
        this.format = format;
        this.live = live;
    }

    static SymbolReader kallsyms() {
        return new AddressListReader("kallsyms", true);
    }

    static SymbolReader systemMap() {
        return new AddressListReader("system-map", false);
    }

    @Override
    public String format() {
        return format;
    }

    /// Both look alike in their first lines; only the name tells a `System.map` from kallsyms, and reading either
    /// as the other loses nothing.
    @Override
    public int sniff(Bytes head, String name) {
        int share = Head.share(head, live ? FORM : NM, 1);
        boolean map = name.contains("system.map") || name.contains("nm.txt") || name.startsWith("nm-");
        if (share < 90) {
            return 0;
        }
        return live == map ? 70 : 90;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        SymbolTableBuilder table = SymbolTableBuilder.ofLines(input.artifact(), format, input.bytes());
        Line line = new Line(input.bytes(), table);
        Cut.lines(input, watch, line::read).ifPresent(table::lose);
        return table.build();
    }

    /// One line. Written without objects a line: kernels have 200,000 of them.
    private static final class Line {
        private final Bytes bytes;
        private final SymbolTableBuilder table;
        private long at;
        private long address;
        private long moduleStart = -1;
        private int moduleLength;
        private int moduleCode;

        Line(Bytes bytes, SymbolTableBuilder table) {
            this.bytes = bytes;
            this.table = table;
        }

        void read(Lines lines) {
            at = lines.start();
            long end = lines.end();
            if (at == end) {
                return;
            }
            boolean undefined = bytes.at(at) == ' ';
            int digits = undefined ? blanks(end) : number(end);
            if ((!undefined && digits == 0) || digits > 16 || end - at < 4 || (!undefined && bytes.at(at++) != ' ')) {
                lose(lines);
                return;
            }
            byte letter = bytes.at(at);
            if (bytes.at(at + 1) != ' ' && sized(end)) {
                letter = bytes.at(at);
            }
            if (end - at < 3 || bytes.at(at + 1) != ' ' || letter < '!' || letter > '~') {
                lose(lines);
            } else if (letter != 'U') {
                add(letter, at + 2, end, lines.number());
            }
        }

        /// `nm -S` writes the size behind the address.
        private boolean sized(long end) {
            long symbol = address;
            int digits = number(end);
            address = symbol;
            return digits >= 8 && end - at >= 4 && bytes.at(at++) == ' ';
        }

        private void lose(Lines lines) {
            table.lose(lines.number(), lines.start(), lines.end() - lines.start(), "no address, letter and name");
        }

        private void add(byte letter, long name, long end, long number) {
            long stop = name;
            while (stop < end && (bytes.at(stop) > ' ' || bytes.at(stop) < 0)) {
                stop++;
            }
            int row = table.add(address, (char) letter, name, (int) Math.min(stop - name, 0xffff), number);
            long bracket = stop;
            while (bracket < end && (bytes.at(bracket) == '\t' || bytes.at(bracket) == ' ')) {
                bracket++;
            }
            if (end - bracket > 2 && bytes.at(bracket) == '[' && bytes.at(end - 1) == ']') {
                table.module(row, module(bracket + 1, (int) Math.min(end - bracket - 2, 256)));
            }
        }

        /// Symbols of one module follow each other, so the last name is nearly always the next.
        private int module(long start, int length) {
            if (length != moduleLength || !sameModule(start)) {
                moduleCode = table.moduleCode(bytes.text(start, length));
            }
            moduleStart = start;
            moduleLength = length;
            return moduleCode;
        }

        private boolean sameModule(long start) {
            for (int i = 0; i < moduleLength; i++) {
                if (bytes.at(start + i) != bytes.at(moduleStart + i)) {
                    return false;
                }
            }
            return moduleStart >= 0;
        }

        private int number(long end) {
            long start = at;
            address = 0;
            for (; at < end; at++) {
                int digit = Character.digit(bytes.at(at), 16);
                if (digit < 0) {
                    break;
                }
                address = (address << 4) | digit;
            }
            return (int) Math.min(at - start, 17);
        }

        private int blanks(long end) {
            long start = at;
            address = 0;
            while (at < end && bytes.at(at) == ' ') {
                at++;
            }
            return (int) Math.min(at - start, 17) - 1;
        }
    }
}
