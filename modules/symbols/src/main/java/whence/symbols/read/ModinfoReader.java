package whence.symbols.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.symbols.facts.ModuleInfo;
import whence.symbols.facts.SymbolFacts;
import whence.timeline.Input;

/// Reads what `modinfo` prints: `name:` and a value; lines that begin with a blank go on with the signature.
final class ModinfoReader implements SymbolReader {
    private static final Pattern FORM = Pattern.compile("([a-z_]+):\\s*(.*)");
    private static final Pattern TELLING =
            Pattern.compile("(?:filename:\\s+(?:/.*\\.ko.*|\\(builtin\\))|vermagic:\\s+\\d.*)");
    private static final Pattern ANY_LINE = Pattern.compile(FORM.pattern() + "|\\s+.*");

    @Override
    public String format() {
        return "modinfo";
    }

    @Override
    public int sniff(Bytes head, String name) {
        return Head.share(head, TELLING, 1) > 0 && Head.share(head, ANY_LINE, 1) >= 90 ? 90 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        List<ModuleInfo.Field> fields = new ArrayList<>();
        List<Loss> losses = new ArrayList<>();
        Cut.lines(input, watch, lines -> read(input, lines, fields, losses)).ifPresent(losses::add);
        return new ModuleInfo(input.artifact(), fields, losses);
    }

    private static void read(Input input, Lines lines, List<ModuleInfo.Field> fields, List<Loss> losses) {
        String text = lines.length() > Cut.MAX_LINE ? "" : lines.text();
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            fields.add(new ModuleInfo.Field(form.group(1), form.group(2), Cut.span(input, lines)));
        } else if (!text.isBlank() && !Character.isWhitespace(text.charAt(0))) {
            losses.add(Cut.unreadable(input, lines, "no field of modinfo"));
        }
    }
}
