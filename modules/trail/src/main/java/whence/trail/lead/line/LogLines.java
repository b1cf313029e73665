package whence.trail.lead.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import whence.bytes.Watch;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.trail.read.Material;

/// The lines of all logs that may be worth explaining, with repeats folded: lines that differ in numbers only, or
/// in what follows their first line, are one.
public final class LogLines {
    private static final int ERROR = 3;
    private static final int WARNING = 4;
    private static final Pattern NUMBERS = Pattern.compile("\\\\x[0-9a-f]{2}|0x[0-9a-fA-F]+|\\b[0-9a-f]{8,}\\b|\\d+");

    private LogLines() {}

    /// One group for each message, in the order of the session.
    public static List<Folded> of(Material material, Reports reports, Watch watch) {
        Map<String, List<LogLine>> groups = new LinkedHashMap<>();
        int done = 0;
        for (Material.Part part : material.parts()) {
            watch.check();
            collect(part, reports, groups);
            watch.progress(++done, material.parts().size());
        }
        return shown(groups.values().stream().map(Folded::of).toList());
    }

    /// A hidden message is no message of its own where another artifact shows as many of its length.
    private static List<Folded> shown(List<Folded> all) {
        return all.stream()
                .filter(line ->
                        line.hiddenLength() == LogLine.UNKNOWN || all.stream().noneMatch(other -> shows(other, line)))
                .toList();
    }

    private static boolean shows(Folded other, Folded hidden) {
        return !other.hidden()
                && other.kernel() == hidden.kernel()
                && other.count() >= hidden.count()
                && other.message().length == hidden.hiddenLength();
    }

    /// The first line of any kind that holds a text, with its repeats; empty where none does.
    public static Optional<Folded> holding(String text, Material material, Watch watch) {
        Map<String, List<LogLine>> groups = new LinkedHashMap<>();
        for (Material.Part part : material.parts()) {
            watch.check();
            for (int row = 0; row < part.events().count(); row++) {
                EventKind kind = part.events().kind(row);
                boolean line = kind == EventKind.KERNEL || kind == EventKind.LOG || kind == EventKind.OUTPUT;
                if (line && part.text(row).contains(text)) {
                    group(LogLine.of(part, row), groups);
                }
            }
        }
        return groups.values().stream().findFirst().map(Folded::of);
    }

    private static void collect(Material.Part part, Reports reports, Map<String, List<LogLine>> groups) {
        Events events = part.events();
        for (int row = 0; row < events.count(); row++) {
            EventKind kind = events.kind(row);
            if (kind == EventKind.KERNEL || kind == EventKind.LOG || kind == EventKind.OUTPUT) {
                int most = kind == EventKind.KERNEL ? WARNING : ERROR;
                if (priority(events, row) <= most && !reports.hold(part, row)) {
                    add(LogLine.of(part, row), groups);
                }
            }
        }
    }

    private static void add(LogLine line, Map<String, List<LogLine>> groups) {
        boolean known = line.priority() != LogLine.UNKNOWN && line.priority() <= ERROR;
        if (known || line.hidden() || Words.trouble(line.text())) {
            group(line, groups);
        }
    }

    private static void group(LogLine line, Map<String, List<LogLine>> groups) {
        String key = (line.kind() == EventKind.KERNEL ? "k " : "p ") + numberless(Title.firstLine(line.text()));
        groups.computeIfAbsent(key, absent -> new ArrayList<>()).add(line);
    }

    /// A text with every number taken out: what is the same about lines that repeat.
    static String numberless(String text) {
        return NUMBERS.matcher(text).replaceAll("#");
    }

    private static int priority(Events events, int row) {
        long priority = events.number(Fields.PRIORITY, row);
        return priority == Events.NO_NUMBER ? LogLine.UNKNOWN : (int) priority;
    }
}
