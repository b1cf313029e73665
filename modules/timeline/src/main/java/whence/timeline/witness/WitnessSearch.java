package whence.timeline.witness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.Witnesses;
import whence.timeline.clock.SessionClocks;

/// Finds the records of several artifacts that are one event: they agree in boot, kind, process and text, and
///
/// - in printk's stamp to the microsecond, where both carry it; or
/// - in order, where both artifacts hold the text equally often: the first with the first, the second with the
/// second; or
/// - in time, one to one in order, where one of them holds only a part of the log;
///
/// and their times, where they can be compared, do not contradict it by more than their errors and a second, since
/// `dmesg -T` and journald's receipt are that far off.
public final class WitnessSearch {
    private static final long TOLERANCE_NS = 1_500_000_000L;

    private final List<Events> artifacts;
    private final Texts texts;
    private final SessionClocks clocks;
    private final Watch watch;
    private final Map<String, List<Occurrence>> known = new HashMap<>();
    private final List<long[]> pairs = new ArrayList<>();

    private WitnessSearch(List<Events> artifacts, Texts texts, SessionClocks clocks, Watch watch) {
        this.artifacts = artifacts;
        this.texts = texts;
        this.clocks = clocks;
        this.watch = watch;
    }

    public static Witnesses of(List<Events> artifacts, Texts texts, SessionClocks clocks, Watch watch) {
        WitnessSearch search = new WitnessSearch(artifacts, texts, clocks, watch);
        List<Integer> logs = IntStream.range(0, artifacts.size())
                .boxed()
                .filter(i -> isLog(artifacts.get(i)))
                .sorted(Comparator.<Integer>comparingLong(search::quality)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        if (logs.size() > 1) {
            logs.forEach(search::artifact);
        }
        return Witnesses.of(search.pairs);
    }

    private static boolean isLog(Events events) {
        return IntStream.range(0, Math.min(events.count(), 500)).anyMatch(row -> isRecord(events.kind(row)));
    }

    private static boolean isRecord(EventKind kind) {
        return kind == EventKind.KERNEL || kind == EventKind.LOG;
    }

    /// Artifacts that know more about their records come first, and of those the longest.
    private long quality(int artifact) {
        Events events = artifacts.get(artifact);
        boolean journal = events.fields().contains(Fields.MONOTONIC_NS);
        boolean printk = events.fields().contains(Fields.PRINTK_NS)
                || (events.count() > 0 && events.clock(events.count() / 2) == Clock.PRINTK);
        return (journal ? 1L << 41 : 0) + (printk ? 1L << 40 : 0) + events.count();
    }

    private void artifact(int artifact) {
        watch.check();
        Events events = artifacts.get(artifact);
        Map<String, List<Occurrence>> mine = new HashMap<>();
        for (int row = 0; row < events.count(); row++) {
            if (isRecord(events.kind(row))) {
                mine.computeIfAbsent(key(events, row), k -> new ArrayList<>()).add(occurrence(artifact, events, row));
            }
        }
        mine.forEach(this::match);
    }

    /// Boot and text; what journald split off a line (`systemd[1]: `) is put before it again.
    private String key(Events events, int row) {
        String identifier = events.text(Fields.IDENTIFIER, row);
        String text = texts.text(events, row).strip();
        boolean split = identifier != null
                && !identifier.equals("kernel")
                && !text.startsWith(identifier + "[")
                && !text.startsWith(identifier + ":");
        String pid = events.pid(row) > 0 ? "[" + events.pid(row) + "]" : "";
        return clocks.boot(events, row) + '\u0000' + (split ? identifier + pid + ": " : "") + text;
    }

    /// With printk's stamp where there is one: journald's own time is that of receipt, which for the first lines
    /// of a boot
    /// is many seconds late.
    private Occurrence occurrence(int artifact, Events events, int row) {
        long field = events.number(Fields.PRINTK_NS, row);
        long stamp = events.clock(row) == Clock.PRINTK ? events.timeNs(row) : field;
        long key = Witnesses.key(artifact, row);
        boolean printk = stamp != Events.NO_NUMBER && stamp != Events.NO_TIME;
        Optional<Time> time = printk
                ? clocks.clocks().convert(clocks.boot(events, row), new Time(Clock.PRINTK, stamp, 0), Clock.REALTIME)
                : clocks.time(events, row, Clock.REALTIME);
        OptionalLong realtime = time.map(known -> OptionalLong.of(known.ns())).orElse(OptionalLong.empty());
        return new Occurrence(
                key,
                printk ? stamp / 1000 : Occurrence.NONE,
                realtime,
                time.map(Time::errorNs).orElse(0L));
    }

    private void match(String key, List<Occurrence> mine) {
        List<Occurrence> others = known.computeIfAbsent(key, k -> new ArrayList<>());
        List<Occurrence> left = new ArrayList<>(mine);
        List<Occurrence> open = new ArrayList<>(others);
        left.sort(Occurrence.IN_TIME);
        open.sort(Occurrence.IN_TIME);
        byStamp(left, open);
        if (left.size() == open.size()) {
            inOrder(left, open);
        } else {
            byTime(left, open);
        }
        others.addAll(left);
    }

    private void byStamp(List<Occurrence> left, List<Occurrence> open) {
        left.removeIf(one -> one.micros() != Occurrence.NONE && takeStamped(one, open));
    }

    private boolean takeStamped(Occurrence one, List<Occurrence> open) {
        for (Occurrence other : open) {
            if (other.micros() == one.micros()) {
                pair(one, other, open);
                return true;
            }
        }
        return false;
    }

    private void inOrder(List<Occurrence> left, List<Occurrence> open) {
        List<Occurrence> firsts = List.copyOf(open);
        List<Occurrence> rest = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).contradicts(firsts.get(i), TOLERANCE_NS)) {
                rest.add(left.get(i));
            } else {
                pair(left.get(i), firsts.get(i), open);
            }
        }
        left.clear();
        left.addAll(rest);
    }

    private void byTime(List<Occurrence> left, List<Occurrence> open) {
        left.removeIf(one -> {
            for (Occurrence other : open) {
                if (one.near(other, TOLERANCE_NS)) {
                    pair(one, other, open);
                    return true;
                }
            }
            return false;
        });
    }

    private void pair(Occurrence one, Occurrence other, List<Occurrence> open) {
        pairs.add(new long[] {one.key(), other.key()});
        open.remove(other);
    }
}
