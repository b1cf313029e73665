package whence.symbols.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.symbols.facts.KprobeBlacklist;
import whence.symbols.facts.SymbolFacts;
import whence.timeline.Input;

/// Reads `/sys/kernel/debug/kprobes/blacklist`: `0xstart-0xend`, a TAB, a name.
final class KprobeBlacklistReader implements SymbolReader {
    private static final Pattern FORM =
            Pattern.compile("0x([0-9a-f]{1,16})-0x([0-9a-f]{1,16})\\s+([^\\s+]+)(?:\\+\\S+)?(?:\\s.*)?");

    @Override
    public String format() {
        return "kprobe-blacklist";
    }

    @Override
    public int sniff(Bytes head, String name) {
        return Head.share(head, FORM, 1) >= 90 ? 95 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        List<KprobeBlacklist.Range> ranges = new ArrayList<>();
        List<Loss> losses = new ArrayList<>();
        Cut.lines(input, watch, lines -> read(input, lines, ranges, losses)).ifPresent(losses::add);
        boolean hidden = !ranges.isEmpty() && ranges.stream().allMatch(r -> r.start() == 0 && r.end() == 0);
        return new KprobeBlacklist(input.artifact(), ranges, hidden, losses);
    }

    private static void read(Input input, Lines lines, List<KprobeBlacklist.Range> ranges, List<Loss> losses) {
        Matcher form = FORM.matcher(lines.length() > 1000 ? "" : lines.text());
        if (form.matches()) {
            ranges.add(new KprobeBlacklist.Range(
                    Long.parseUnsignedLong(form.group(1), 16),
                    Long.parseUnsignedLong(form.group(2), 16),
                    form.group(3),
                    Cut.span(input, lines)));
        } else if (lines.length() > 0) {
            losses.add(Cut.unreadable(input, lines, "no range of addresses and name"));
        }
    }
}
