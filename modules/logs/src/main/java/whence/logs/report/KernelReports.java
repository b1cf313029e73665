package whence.logs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import whence.evidence.EventKind;
import whence.logs.LogFields;
import whence.timeline.Events;

/// Finds the kernel's reports among the events of one log. Lines of several processors that ran into each other are
/// told apart by the caller ids (`[  T123]`, `[    C0]`) where the log has them; without these, a report ends where
/// another begins.
public final class KernelReports {
    /// A report longer than this is a log that lost its line ends, rows.
    private static final int LONGEST = 3000;
    /// So many lines in a row that look like no report end it.
    private static final int STRANGERS = 12;
    /// A pause that long ends a report, nanoseconds of the log's clock.
    private static final long PAUSE_NS = 10_000_000_000L;

    /// So far at most a title stands behind the line `cut here`, rows.
    private static final int NEAR = 6;

    private static final Pattern END = Pattern.compile(
            "---\\[ end (trace|Kernel panic).*|Out of memory: Kill(ed)? process .*|Memory cgroup out of memory: Kill(ed)? process .*");
    private static final String CUT_HERE = "------------[ cut here ]------------";

    private final Events events;
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final List<KernelReport> reports = new ArrayList<>();
    private int cutHere = -1;

    private KernelReports(Events events) {
        this.events = events;
    }

    /// The reports of a log, in the order of their first rows.
    ///
    /// @param text the message of a row, as its reader's `text` gives it
    public static List<KernelReport> in(Events events, IntFunction<String> text) {
        KernelReports search = new KernelReports(events);
        for (int row = 0; row < events.count(); row++) {
            if (events.kind(row) == EventKind.KERNEL) {
                for (String line : text.apply(row).split("\\\\x0a", -1)) {
                    search.line(row, line);
                }
            }
        }
        List.copyOf(search.open.keySet()).forEach(caller -> search.close(caller, true));
        search.reports.sort(Comparator.comparing(r -> r.rows().getFirst()));
        return List.copyOf(search.reports);
    }

    private void line(int row, String line) {
        String caller = Optional.ofNullable(events.text(LogFields.CALLER, row)).orElse("");
        Open current = open.get(caller);
        if (current != null && current.pausedBefore(row)) {
            close(caller, true);
            current = null;
        }
        Optional<ReportKind> kind = Opening.kind(line);
        if (kind.isPresent() && (current == null || current.endsAt(kind.get()))) {
            close(caller, true);
            open.put(caller, new Open(row, kind.get(), line));
        } else if (current != null) {
            current.take(row, line, kind);
            if (END.matcher(line).matches()) {
                close(caller, false);
            } else if (current.over()) {
                close(caller, true);
            }
        }
        cutHere = line.equals(CUT_HERE) ? row : cutHere;
    }

    private void close(String caller, boolean cutOff) {
        Open closing = open.remove(caller);
        if (closing != null) {
            reports.add(closing.report(cutOff));
        }
    }

    /// A report whose end has not come yet.
    private final class Open {
        private final List<Integer> rows = new ArrayList<>();
        private final Body body = new Body();
        private ReportKind kind;
        private String title;
        private int strangers;

        Open(int row, ReportKind kind, String line) {
            // WARN() with a text prints that between the scissors and its own title.
            int first = cutHere >= 0 && row - cutHere <= NEAR ? cutHere : row;
            for (int i = first; i <= row; i++) {
                rows.add(i);
            }
            cutHere = -1;
            this.kind = kind;
            this.title = Opening.title(line);
            body.takeTitle(line);
        }

        /// Whether a line that opens a report opens another one: an oops says its kind twice or thrice, a panic that
        /// follows from it is the same story, and a sanitizer's title comes in front of an oops.
        boolean endsAt(ReportKind next) {
            boolean sameStory = (next == ReportKind.OOPS
                            && (kind == ReportKind.OOPS || kind == ReportKind.BUG || kind == ReportKind.SANITIZER))
                    || (next == ReportKind.PANIC && kind != ReportKind.PANIC);
            return !sameStory;
        }

        boolean pausedBefore(int row) {
            int last = rows.getLast();
            return events.clock(row) == events.clock(last)
                    && events.timeNs(row) != Events.NO_TIME
                    && events.timeNs(row) - events.timeNs(last) > PAUSE_NS;
        }

        void take(int row, String line, Optional<ReportKind> opens) {
            boolean belongs =
                    body.take(line) || opens.isPresent() || END.matcher(line).matches() || kind == ReportKind.LOCKDEP;
            strangers = belongs ? 0 : strangers + 1;
            if (belongs && rows.getLast() != row) {
                rows.add(row);
            }
        }

        boolean over() {
            return strangers > STRANGERS || rows.size() > LONGEST;
        }

        KernelReport report(boolean cutOff) {
            // Reports without an end mark of their own are whole when other lines follow.
            boolean marked = switch (kind) {
                case OOPS, BUG, WARNING, PANIC -> cutOff && strangers <= STRANGERS;
                case SANITIZER,
                        UNDEFINED_BEHAVIOUR,
                        LOCKDEP,
                        RCU_STALL,
                        SOFT_LOCKUP,
                        HARD_LOCKUP,
                        HUNG_TASK,
                        OUT_OF_MEMORY,
                        ALLOCATION_FAILURE -> false;
            };
            return body.report(kind, title, rows, marked);
        }
    }
}
