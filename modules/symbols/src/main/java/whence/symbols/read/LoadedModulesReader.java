package whence.symbols.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.symbols.facts.LoadedModules;
import whence.symbols.facts.SymbolFacts;
import whence.timeline.Input;

/// Reads `/proc/modules`: name, size, count, users, state, address, taints.
final class LoadedModulesReader implements SymbolReader {
    private static final Pattern FORM = Pattern.compile(
            "([\\w-]+) (\\d{1,15}) (-|\\d{1,10}) (\\S+) (Live|Loading|Unloading) 0x([0-9a-f]{1,16})(?: \\(([A-Z+-]+)\\))?\\s*");

    @Override
    public String format() {
        return "proc-modules";
    }

    @Override
    public int sniff(Bytes head, String name) {
        return Head.share(head, FORM, 1) >= 90 ? 95 : 0;
    }

    @Override
    public SymbolFacts read(Input input, Watch watch) {
        List<LoadedModules.Entry> entries = new ArrayList<>();
        List<Loss> losses = new ArrayList<>();
        Cut.lines(input, watch, lines -> read(input, lines, entries, losses)).ifPresent(losses::add);
        return new LoadedModules(input.artifact(), entries, losses);
    }

    private static void read(Input input, Lines lines, List<LoadedModules.Entry> entries, List<Loss> losses) {
        Matcher form = FORM.matcher(lines.length() > Cut.MAX_LINE ? "" : lines.text());
        if (form.matches()) {
            entries.add(new LoadedModules.Entry(
                    form.group(1),
                    Long.parseLong(form.group(2)),
                    users(form.group(4)),
                    form.group(5),
                    Long.parseUnsignedLong(form.group(6), 16),
                    form.group(7) == null ? "" : form.group(7),
                    Cut.span(input, lines)));
        } else if (lines.length() > 0) {
            losses.add(Cut.unreadable(input, lines, "no line of /proc/modules"));
        }
    }

    private static List<String> users(String text) {
        List<String> users = new ArrayList<>();
        for (String user : text.split(",", -1)) {
            if (!user.isEmpty() && !user.equals("-")) {
                users.add(user);
            }
        }
        return users;
    }
}
