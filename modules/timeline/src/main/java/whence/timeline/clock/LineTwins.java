package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.witness.RecordText;

/// The same line in a kernel log that has printk's stamps and in a log that has real time: a text journal, syslog.
/// Only lines count that either holds once.
final class LineTwins {
    private static final int MOST_ROWS = 50_000;
    /// Two logs whose offsets are farther apart are of two boots.
    private static final long ONE_BOOT_NS = 5_000_000_000L;

    private final SessionClocks clocks;
    private final Texts texts;
    private final Watch watch;

    LineTwins(SessionClocks clocks, Texts texts, Watch watch) {
        this.clocks = clocks;
        this.texts = texts;
        this.watch = watch;
    }

    /// Anchors from printk to real time; none where the lines tell of several boots, or where others tie the two.
    List<Anchor> anchors(Collection<Events> artifacts) {
        Map<String, List<Events>> stamped = artifacts.stream()
                .filter(this::unplaced)
                .filter(events -> clocks.boots().size() < 2 || !boot(events).isEmpty())
                .collect(Collectors.groupingBy(this::boot, TreeMap::new, Collectors.toList()));
        List<Anchor> all = new ArrayList<>();
        stamped.forEach((boot, logs) -> {
            List<Anchor> found = anchors(boot, logs, artifacts);
            all.addAll(found.isEmpty() ? counted(boot, logs, artifacts) : found);
        });
        return all;
    }

    /// From the form of the log in which dmesg counted the dates, where nobody received the lines.
    private List<Anchor> counted(String boot, List<Events> stamped, Collection<Events> artifacts) {
        Map<String, Long> printed = once(stamped.getFirst(), Clock.PRINTK);
        List<Anchor> anchors = new ArrayList<>();
        for (Events events : artifacts) {
            for (int row = 0; row < Math.min(events.count(), MOST_ROWS); row++) {
                if (events.text(Fields.STAMP, row) != null && boot.equals(clocks.boot(events, row))) {
                    watch.check();
                    Long stamp = printed.get(RecordText.of(texts, events, row));
                    clocks.stamp(events, row)
                            .filter(time -> stamp != null && time.clock() == Clock.REALTIME)
                            .ifPresent(time -> anchors.add(Anchor.exact(
                                    boot,
                                    Clock.PRINTK,
                                    stamp == null ? 0 : stamp,
                                    Clock.REALTIME,
                                    time.ns(),
                                    time.errorNs())));
                }
            }
        }
        return anchors;
    }

    private String boot(Events events) {
        return clocks.boot(events, 0);
    }

    private List<Anchor> anchors(String boot, List<Events> stamped, Collection<Events> artifacts) {
        List<Map<String, Long>> received = artifacts.stream()
                .filter(events -> events.count() > 0 && boot.equals(boot(events)))
                .map(events -> once(events, Clock.REALTIME))
                .filter(lines -> !lines.isEmpty())
                .toList();
        List<List<Anchor>> found = stamped.stream()
                .map(events -> anchors(boot, once(events, Clock.PRINTK), received))
                .filter(anchors -> !anchors.isEmpty())
                .toList();
        LongSummaryStatistics apart =
                found.stream().mapToLong(anchors -> anchors.getLast().high()).summaryStatistics();
        return found.isEmpty() || apart.getMax() - apart.getMin() > ONE_BOOT_NS ? List.of() : found.getFirst();
    }

    private static List<Anchor> anchors(String boot, Map<String, Long> printed, List<Map<String, Long>> received) {
        ReceiptOffset offset = new ReceiptOffset(boot);
        printed.forEach((line, stamp) -> received.forEach(log -> {
            Long at = log.get(line);
            if (at != null) {
                offset.add(stamp, at, rounded(at));
            }
        }));
        return offset.anchors();
    }

    private static long rounded(long ns) {
        return ns % 1_000_000_000L == 0 ? 1_000_000_000L : ns % 1_000_000L == 0 ? 1_000_000L : 1000L;
    }

    private boolean unplaced(Events events) {
        for (int row = 0; row < events.count(); row++) {
            if (events.kind(row) == EventKind.KERNEL && events.clock(row) == Clock.PRINTK) {
                return clocks.time(events, row, Clock.REALTIME).isEmpty();
            }
        }
        return false;
    }

    /// Kernel lines that an artifact holds once, with their stamps on that clock.
    private Map<String, Long> once(Events events, Clock clock) {
        Map<String, Long> lines = new HashMap<>();
        List<String> again = new ArrayList<>();
        int looked = 0;
        for (int row = 0; row < events.count() && looked < MOST_ROWS; row++) {
            if (events.kind(row) == EventKind.KERNEL
                    && events.clock(row) == clock
                    && events.text(Fields.STAMP, row) == null
                    && clocks.stamp(events, row).map(Time::clock).orElse(Clock.NONE) == clock) {
                watch.check();
                looked++;
                String text = RecordText.of(texts, events, row);
                if (lines.putIfAbsent(text, events.timeNs(row)) != null) {
                    again.add(text);
                }
            }
        }
        again.forEach(lines::remove);
        return lines;
    }
}
