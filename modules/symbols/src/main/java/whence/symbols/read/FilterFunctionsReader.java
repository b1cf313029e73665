package whence.symbols.read;

import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.symbols.facts.FilterFunctions;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.facts.SymbolTableBuilder;
import whence.timeline.Input;

/// Reads `available_filter_functions` and `available_filter_functions_addrs`: `[address ]name[ [module]]`.
final class FilterFunctionsReader implements SymbolReader {
    private static final Pattern FORM = Pattern.compile("(?:(?:0x)?[0-9a-f]{16} )?[A-Za-z_][\\w.$]*(?: \\[[\\w-]+])?");
    private static final byte[] INVALID =
            "__ftrace_invalid_address__".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int LEAST = 30;
    /// Functions of a kernel: lower case, and most have an underscore. Word lists and names of fields do not look so.
    private static final Pattern LIKE_A_FUNCTION =
            Pattern.compile("(?:(?:0x)?[0-9a-f]{16} )?(?=\\S*_)_*[a-z][\\w.$]*(?: \\[[\\w-]+])?");
    private static final int MOST_LIKE = 60;

    @Override
    public String format() {
        return "available-filter-functions";
    }

    /// A list of identifiers may be anything; a long one in which nearly all lines are identifiers is taken for this.
    @Override
    public int sniff(Bytes head, String name) {
        boolean called = name.contains("filter_functions");
        if (Head.share(head, FORM, called ? 1 : LEAST) < 98) {
            return 0;
        }
        return called ? 80 : Head.share(head, LIKE_A_FUNCTION, LEAST) >= MOST_LIKE ? 40 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        SymbolTableBuilder table = SymbolTableBuilder.ofLines(input.artifact(), format(), input.bytes());
        Names names = new Names(input.bytes(), table);
        Cut.lines(input, watch, names::read).ifPresent(table::lose);
        if (names.addresses == 0) {
            table.unlinked();
        }
        return new FilterFunctions(table.build(), names.placeholders);
    }

    private static final class Names {
        private final Bytes bytes;
        private final SymbolTableBuilder table;
        private int placeholders;
        private int addresses;

        Names(Bytes bytes, SymbolTableBuilder table) {
            this.bytes = bytes;
            this.table = table;
        }

        void read(Lines lines) {
            long start = lines.start();
            long end = lines.end();
            long address = 0;
            long space = stop(start, end);
            if (space - start >= 16 && space < end && hex(start, space)) {
                int prefix = bytes.at(start + 1) == 'x' ? 2 : 0;
                address = Long.parseUnsignedLong(bytes.text(start + prefix, (int) (space - start) - prefix), 16);
                addresses += address == 0 ? 0 : 1;
                start = space + 1;
            }
            long stop = stop(start, end);
            if (bytes.startsWith(INVALID, start)) {
                placeholders++;
            } else if (stop > start) {
                int row = table.add(address, 't', start, (int) Math.min(stop - start, 0xffff), lines.number());
                if (end - stop > 3 && bytes.at(stop + 1) == '[') {
                    table.module(row, table.moduleCode(bytes.text(stop + 2, (int)
                            Math.min(256, stop(stop + 1, end) - stop - 3))));
                }
            }
        }

        private long stop(long from, long end) {
            long at = from;
            while (at < end && bytes.at(at) != ' ' && bytes.at(at) != '\t') {
                at++;
            }
            return at;
        }

        private boolean hex(long from, long to) {
            long at = bytes.at(from + 1) == 'x' ? from + 2 : from;
            if (to - at != 16) {
                return false;
            }
            while (at < to && Character.digit(bytes.at(at), 16) >= 0) {
                at++;
            }
            return at == to;
        }
    }
}
