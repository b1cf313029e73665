package whence.symbols.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.symbols.facts.LinkerMap;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.facts.SymbolTableBuilder;
import whence.timeline.Input;

/// Reads the map that GNU ld (`-Map`) or lld writes. GNU ld puts a long section name on a line of its own; lld gives
/// columns of hexadecimal digits.
final class LinkerMapReader implements SymbolReader {
    private static final Pattern HEAD = Pattern.compile(
            "Linker script and memory map|Memory Configuration|Archive member included .*|\\s+VMA\\s+LMA\\s+Size\\s+Align Out.*");
    private static final Pattern PIECE =
            Pattern.compile("\\s(?:\\S+)?\\s+0x([0-9a-f]{4,16})\\s+0x([0-9a-f]{1,16}) (\\S.*)");
    private static final Pattern SYMBOL = Pattern.compile("\\s+0x([0-9a-f]{4,16})\\s{6,}([A-Za-z_][\\w.$]*)(?: = .*)?");
    private static final Pattern LLD_PIECE = Pattern.compile(
            "\\s*([0-9a-f]{1,16})\\s+[0-9a-f]{1,16}\\s+([0-9a-f]{1,16})\\s+\\d+\\s{9,}(\\S+):\\(\\S+\\)");
    private static final Pattern LLD_SYMBOL = Pattern.compile(
            "\\s*([0-9a-f]{1,16})\\s+[0-9a-f]{1,16}\\s+[0-9a-f]{1,16}\\s+\\d+\\s{17,}([A-Za-z_][\\w.$]*)");

    @Override
    public String format() {
        return "linker-map";
    }

    @Override
    public int sniff(Bytes head, String name) {
        return Head.share(head, HEAD, 1) > 0 ? 93 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        SymbolTableBuilder table = SymbolTableBuilder.ofLines(input.artifact(), format(), input.bytes());
        List<LinkerMap.Piece> pieces = new ArrayList<>();
        Cut.lines(input, watch, lines -> read(input, lines, table, pieces)).ifPresent(table::lose);
        return new LinkerMap(table.build(), pieces);
    }

    private static void read(Input input, Lines lines, SymbolTableBuilder table, List<LinkerMap.Piece> pieces) {
        if (lines.length() < 12 || lines.length() > 4096) {
            return;
        }
        String text = lines.text();
        Matcher piece = matched(text, PIECE, LLD_PIECE).orElse(null);
        Matcher symbol = piece == null ? matched(text, SYMBOL, LLD_SYMBOL).orElse(null) : null;
        if (piece != null) {
            long size = Long.parseUnsignedLong(piece.group(2), 16);
            if (size != 0) {
                pieces.add(new LinkerMap.Piece(
                        Long.parseUnsignedLong(piece.group(1), 16), size, piece.group(3), Cut.span(input, lines)));
            }
        } else if (symbol != null) {
            table.add(
                    Long.parseUnsignedLong(symbol.group(1), 16),
                    '?',
                    lines.start() + symbol.start(2),
                    symbol.end(2) - symbol.start(2),
                    lines.number());
        }
    }

    private static Optional<Matcher> matched(String text, Pattern first, Pattern second) {
        Matcher one = first.matcher(text);
        if (one.matches()) {
            return Optional.of(one);
        }
        Matcher other = second.matcher(text);
        return other.matches() ? Optional.of(other) : Optional.empty();
    }
}
