package whence.symbols.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.facts.SymbolTableBuilder;
import whence.timeline.Input;

/// Reads what `readelf -s` (with or without `-W`) prints. Local symbols belong to the file of the `FILE` entry before
/// them; an excerpt keeps that as long as the entry is part of it.
final class ReadelfReader implements SymbolReader {
    private static final Pattern FORM = Pattern.compile(
            "\\s*(\\d+): ([0-9a-f]{8,16})\\s+(\\d+|0x[0-9a-f]+) (\\w+)\\s+(\\w+)\\s+(\\w+)\\s+(?:\\[.*?]\\s+)?(\\w+)(?: (.*))?");
    private static final Pattern ANY_LINE = Pattern.compile(FORM.pattern() + "|\\s*Num:.*|Symbol table '.*|File: .*");

    @Override
    public String format() {
        return "readelf-symbols";
    }

    @Override
    public int sniff(Bytes head, String name) {
        return Head.share(head, FORM, 1) > 0 && Head.share(head, ANY_LINE, 1) >= 90 ? 92 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        SymbolTableBuilder table = SymbolTableBuilder.ofLines(input.artifact(), format(), input.bytes());
        Rows rows = new Rows(input, table);
        Cut.lines(input, watch, rows::read).ifPresent(table::lose);
        return table.build();
    }

    private static final class Rows {
        private final Input input;
        private final SymbolTableBuilder table;
        private int file;

        Rows(Input input, SymbolTableBuilder table) {
            this.input = input;
            this.table = table;
        }

        void read(Lines lines) {
            if (lines.length() == 0) {
                return;
            }
            if (lines.length() > Cut.MAX_LINE) {
                table.lose(Cut.unreadable(input, lines, "a line too long for a symbol"));
                return;
            }
            String text = lines.text();
            Matcher form = FORM.matcher(text);
            if (form.matches()) {
                add(lines, form);
            } else if (text.startsWith("Symbol table '") || text.startsWith("File: ")) {
                file = 0;
            } else if (!text.strip().startsWith("Num:")) {
                table.lose(Cut.unreadable(input, lines, "no line of a symbol table"));
            }
        }

        private void add(Lines lines, Matcher form) {
            String name = form.group(8) == null ? "" : form.group(8).strip();
            String kind = form.group(4);
            if (kind.equals("FILE")) {
                file = name.isEmpty() ? 0 : table.fileCode(name, Cut.span(input, lines));
                return;
            }
            if (name.isEmpty() || kind.equals("SECTION") || form.group(7).equals("UND")) {
                return;
            }
            if (name.endsWith("[...]")) {
                table.lose(Cut.unreadable(input, lines, "readelf cut the name off; -W prints it whole"));
                return;
            }
            int row = table.add(
                    Long.parseUnsignedLong(form.group(2), 16),
                    letter(kind, form.group(5), form.group(7)),
                    lines.start() + byteOffset(lines, name),
                    nameLength(name),
                    lines.number());
            table.size(row, size(form.group(3)));
            if (form.group(5).equals("LOCAL") && file != 0) {
                table.file(row, file);
            }
        }

        private static int nameLength(String name) {
            int space = name.indexOf(' ');
            String bare = space < 0 ? name : name.substring(0, space);
            return bare.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        }

        private long byteOffset(Lines lines, String name) {
            byte[] wanted = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            long at = lines.end() - wanted.length;
            while (at > lines.start() && !input.bytes().startsWith(wanted, at)) {
                at--;
            }
            return at - lines.start();
        }

        private static long size(String text) {
            try {
                return Long.decode(text.toLowerCase(Locale.ROOT));
            } catch (NumberFormatException tooLong) {
                return 0;
            }
        }

        private static char letter(String kind, String bind, String section) {
            char letter = switch (kind) {
                case "FUNC", "IFUNC" -> bind.equals("WEAK") ? 'W' : 'T';
                case "OBJECT" -> bind.equals("WEAK") ? 'V' : 'D';
                default -> section.equals("ABS") ? 'A' : 'N';
            };
            return bind.equals("LOCAL") ? Character.toLowerCase(letter) : letter;
        }
    }
}
