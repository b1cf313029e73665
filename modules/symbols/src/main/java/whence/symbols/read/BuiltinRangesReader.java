package whence.symbols.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.symbols.facts.BuiltinRanges;
import whence.symbols.facts.SymbolFacts;
import whence.timeline.Input;

/// Reads `modules.builtin.ranges`: `section start-end module…`, and `section start-end = symbol` for the anchors.
final class BuiltinRangesReader implements SymbolReader {
    private static final Pattern FORM =
            Pattern.compile("(\\.?[\\w.]+) ([0-9a-f]{1,16})-([0-9a-f]{1,16}) (?:= (\\S+)|([\\w/ .-]+))");

    @Override
    public String format() {
        return "modules-builtin-ranges";
    }

    @Override
    public int sniff(Bytes head, String name) {
        return Head.share(head, FORM, 1) >= 90 ? 94 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        List<BuiltinRanges.Range> ranges = new ArrayList<>();
        Map<String, BuiltinRanges.Anchor> anchors = new HashMap<>();
        List<Loss> losses = new ArrayList<>();
        Cut.lines(input, watch, lines -> read(input, lines, ranges, anchors, losses))
                .ifPresent(losses::add);
        return new BuiltinRanges(input.artifact(), ranges, anchors, losses);
    }

    private static void read(
            Input input,
            Lines lines,
            List<BuiltinRanges.Range> ranges,
            Map<String, BuiltinRanges.Anchor> anchors,
            List<Loss> losses) {
        Matcher form = FORM.matcher(lines.length() > Cut.MAX_LINE ? "" : lines.text());
        if (!form.matches()) {
            if (lines.length() > 0) {
                losses.add(Cut.unreadable(input, lines, "no range of a section"));
            }
            return;
        }
        long start = Long.parseUnsignedLong(form.group(2), 16);
        if (form.group(4) != null) {
            anchors.put(
                    form.group(1),
                    new BuiltinRanges.Anchor(form.group(1), start, form.group(4), Cut.span(input, lines)));
        } else {
            long end = Long.parseUnsignedLong(form.group(3), 16);
            List<String> modules = List.of(form.group(5).strip().split(" +", -1));
            ranges.add(new BuiltinRanges.Range(form.group(1), start, end, modules, Cut.span(input, lines)));
        }
    }
}
