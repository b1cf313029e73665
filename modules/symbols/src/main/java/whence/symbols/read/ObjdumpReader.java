package whence.symbols.read;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.facts.SymbolTableBuilder;
import whence.timeline.Input;

/// Reads what `objdump -d` prints: the functions it disassembles, and the symbols their instructions refer to, which
/// place the file's addresses beside those of other artifacts. The source lines of `-l` are no evidence of an object:
/// a file that is included into two objects gives its own name for both.
final class ObjdumpReader implements SymbolReader {
    private static final Pattern FUNCTION = Pattern.compile("([0-9a-f]{4,16}) <([^>]+)>:");
    private static final Pattern INSTRUCTION =
            Pattern.compile("\\s*[0-9a-f]{1,16}:\\t.*?(?:\\b(?:0x)?([0-9a-f]{4,16}) <([^>+]+)>)?");
    private static final Pattern BEGIN = Pattern.compile(".*:\\s+file format \\S+|Disassembly of section .*:");
    private static final int MAX_REFERENCES = 1 << 18;

    @Override
    public String format() {
        return "objdump";
    }

    @Override
    public int sniff(Bytes head, String name) {
        boolean disassembly = Head.share(head, BEGIN, 1) > 0 || Head.share(head, FUNCTION, 1) > 0;
        return disassembly && Head.share(head, INSTRUCTION, 1) > 0 ? 95 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        SymbolTableBuilder table = SymbolTableBuilder.ofLines(input.artifact(), format(), input.bytes());
        Set<String> seen = new HashSet<>();
        Cut.lines(input, watch, lines -> read(lines, table, seen)).ifPresent(table::lose);
        return table.build();
    }

    private static void read(Lines lines, SymbolTableBuilder table, Set<String> seen) {
        if (lines.length() < 6 || lines.length() > 4096) {
            return;
        }
        String text = lines.text();
        Matcher function = FUNCTION.matcher(text);
        if (function.matches()) {
            add(lines, table, function, 1, 't');
            return;
        }
        Matcher instruction = INSTRUCTION.matcher(text);
        boolean refers = text.indexOf('<') > 0 && instruction.matches() && instruction.group(2) != null;
        if (refers && seen.size() < MAX_REFERENCES && seen.add(instruction.group(1) + " " + instruction.group(2))) {
            add(lines, table, instruction, 1, '?');
        }
    }

    private static void add(Lines lines, SymbolTableBuilder table, Matcher form, int group, char letter) {
        long address = Long.parseUnsignedLong(form.group(group), 16);
        long name = lines.start() + form.start(group + 1);
        table.add(address, letter, name, form.end(group + 1) - form.start(group + 1), lines.number());
    }
}
