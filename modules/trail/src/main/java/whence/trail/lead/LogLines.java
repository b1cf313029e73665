package whence.trail.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.trail.read.Material;

/// The lines of all logs that may be worth explaining, with repeats folded: lines that differ in numbers only are
/// one.
public final class LogLines {
    private static final int ERROR = 3;
    private static final int WARNING = 4;
    private static final Pattern NUMBERS = Pattern.compile("\\\\x[0-9a-f]{2}|0x[0-9a-fA-F]+|\\b[0-9a-f]{8,}\\b|\\d+");

    private LogLines() {}

    /// One group for each message, in the order of the session.
    public static List<Folded> of(Material material, Watch watch) {
        Map<String, List<LogLine>> groups = new LinkedHashMap<>();
        int done = 0;
        for (Material.Part part : material.parts()) {
            watch.check();
            collect(part, groups);
            watch.progress(++done, material.parts().size());
        }
        return groups.values().stream().map(Folded::of).toList();
    }

    private static void collect(Material.Part part, Map<String, List<LogLine>> groups) {
        Events events = part.events();
        for (int row = 0; row < events.count(); row++) {
            EventKind kind = events.kind(row);
            if (kind == EventKind.KERNEL || kind == EventKind.LOG || kind == EventKind.OUTPUT) {
                int priority = priority(events, row);
                if (priority <= (kind == EventKind.KERNEL ? WARNING : ERROR)) {
                    add(new LogLine(part, row, kind, part.text(row), priority, printk(events, row)), groups);
                }
            }
        }
    }

    private static void add(LogLine line, Map<String, List<LogLine>> groups) {
        boolean known = line.priority() != LogLine.UNKNOWN && line.priority() <= ERROR;
        if (known || Words.report(line.text()) || Words.trouble(line.text())) {
            String key = (line.kind() == EventKind.KERNEL ? "k " : "p ")
                    + NUMBERS.matcher(line.text()).replaceAll("#");
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
        }
    }

    private static int priority(Events events, int row) {
        long priority = events.number(Fields.PRIORITY, row);
        return priority == Events.NO_NUMBER ? LogLine.UNKNOWN : (int) priority;
    }

    private static long printk(Events events, int row) {
        if (events.clock(row) == Clock.PRINTK) {
            return events.timeNs(row);
        }
        long stamp = events.number(Fields.PRINTK_NS, row);
        return stamp == Events.NO_NUMBER ? LogLine.UNKNOWN : stamp;
    }
}
