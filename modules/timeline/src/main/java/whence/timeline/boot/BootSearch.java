package whence.timeline.boot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import whence.bytes.Watch;
import whence.evidence.EventKind;
import whence.timeline.Column;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.clock.SessionClocks;
import whence.timeline.witness.RecordText;

/// Finds the boot of kernel logs that name none: that of a journal whose lines have the same stamps, or one of their
/// own where they contradict each other. A folder may hold today's dmesg and yesterday's journal.
public final class BootSearch {
    private final Texts texts;
    private final Watch watch;
    /// The logs of each boot that was told apart, by its name.
    private final Map<String, List<KernelLog>> boots = new TreeMap<>();

    private final Map<String, String> found = new HashMap<>();

    private BootSearch(Texts texts, Watch watch) {
        this.texts = texts;
        this.watch = watch;
    }

    /// The boots of artifacts that name none, as far as their kernel lines tell; empty where there is but one boot.
    public static Map<String, String> of(Collection<Events> artifacts, Texts texts, Watch watch) {
        BootSearch search = new BootSearch(texts, watch);
        List<Events> unnamed = artifacts.stream()
                .filter(events -> events.column(Fields.BOOT) == null && isKernelLog(events))
                .toList();
        if (unnamed.isEmpty()) {
            return Map.of();
        }
        artifacts.forEach(search::named);
        if (search.boots.size() + unnamed.size() < 2) {
            return Map.of();
        }
        unnamed.stream()
                .map(events -> search.log(events, new KernelLog(events.artifact()), ""))
                .filter(log -> log.size() > 0)
                .sorted(Comparator.comparing(KernelLog::isStamped)
                        .thenComparingInt(KernelLog::size)
                        .reversed()
                        .thenComparing(KernelLog::name))
                .forEach(search::settle);
        return search.boots.size() < 2 ? Map.of() : Map.copyOf(search.found);
    }

    private static boolean isKernelLog(Events events) {
        return IntStream.range(0, Math.min(events.count(), 500)).anyMatch(row -> events.kind(row) == EventKind.KERNEL);
    }

    private void named(Events events) {
        if (events.column(Fields.BOOT) instanceof Column.Texts column && isKernelLog(events)) {
            for (String boot : column.dictionary()) {
                List<KernelLog> logs = boots.computeIfAbsent(boot, b -> List.of(new KernelLog(b)));
                log(events, logs.getFirst(), boot);
            }
        }
    }

    /// @param boot of the rows that count; empty where all do
    private KernelLog log(Events events, KernelLog log, String boot) {
        for (int row = 0; row < events.count() && !log.isFull(); row++) {
            if (events.kind(row) == EventKind.KERNEL
                    && (boot.isEmpty() || boot.equals(events.text(Fields.BOOT, row)))) {
                watch.check();
                long stamp = SessionClocks.printk(events, row);
                log.add(
                        RecordText.of(texts, events, row),
                        stamp == Events.NO_NUMBER ? Events.NO_NUMBER : Math.floorDiv(stamp, 1000L));
            }
        }
        return log;
    }

    /// With the boot whose lines it has; with the only one that it does not contradict; else it is another.
    private void settle(KernelLog log) {
        List<String> possible = new ArrayList<>();
        for (Map.Entry<String, List<KernelLog>> boot : boots.entrySet()) {
            Kinship kinship = kinship(log, boot.getValue());
            if (kinship == Kinship.SAME) {
                join(boot.getKey(), log);
                return;
            }
            if (kinship == Kinship.UNKNOWN) {
                possible.add(boot.getKey());
            }
        }
        if (possible.size() <= 1) {
            join(possible.isEmpty() ? "boot of " + log.name() : possible.getFirst(), log);
        }
    }

    private void join(String boot, KernelLog log) {
        List<KernelLog> logs = new ArrayList<>(boots.getOrDefault(boot, List.of()));
        logs.add(log);
        boots.put(boot, logs);
        found.put(log.name(), boot);
    }

    private static Kinship kinship(KernelLog log, List<KernelLog> boot) {
        return boot.stream()
                .map(other -> Kinship.of(log, other))
                .filter(kinship -> kinship != Kinship.UNKNOWN)
                .findFirst()
                .orElse(Kinship.UNKNOWN);
    }
}
