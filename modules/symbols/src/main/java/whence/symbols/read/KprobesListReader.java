package whence.symbols.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.symbols.facts.KprobesList;
import whence.symbols.facts.SymbolFacts;
import whence.timeline.Input;

/// Reads `/sys/kernel/debug/kprobes/list`: address, `k` or `r`, `symbol+0x0`, module, flags in brackets.
final class KprobesListReader implements SymbolReader {
    private static final Pattern FORM = Pattern.compile(
            "([0-9a-f]{8,16})\\s+([kjr])\\s+([^\\s+]+)(?:\\+(0x)?([0-9a-f]{1,8}))?\\s*([^\\s\\[]+)?\\s*((?:\\[\\w+])*)\\s*");

    @Override
    public String format() {
        return "kprobes-list";
    }

    @Override
    public int sniff(Bytes head, String name) {
        return Head.share(head, FORM, 1) >= 90 ? 94 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        List<KprobesList.Entry> entries = new ArrayList<>();
        List<Loss> losses = new ArrayList<>();
        Cut.lines(input, watch, lines -> read(input, lines, entries, losses)).ifPresent(losses::add);
        return new KprobesList(input.artifact(), entries, losses);
    }

    private static void read(Input input, Lines lines, List<KprobesList.Entry> entries, List<Loss> losses) {
        Matcher form = FORM.matcher(lines.length() > 1000 ? "" : lines.text());
        if (form.matches()) {
            entries.add(new KprobesList.Entry(
                    Long.parseUnsignedLong(form.group(1), 16),
                    form.group(2).charAt(0),
                    form.group(3),
                    form.group(5) == null ? 0 : Long.parseLong(form.group(5), 16),
                    form.group(6) == null ? "" : form.group(6),
                    flags(form.group(7)),
                    Cut.span(input, lines)));
        } else if (lines.length() > 0) {
            losses.add(Cut.unreadable(input, lines, "no address, kind and symbol of a kprobe"));
        }
    }

    private static List<String> flags(String brackets) {
        return brackets.isEmpty()
                ? List.of()
                : List.of(brackets.substring(1, brackets.length() - 1).split("]\\[", -1));
    }
}
