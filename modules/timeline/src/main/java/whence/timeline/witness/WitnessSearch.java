package whence.timeline.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
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
/// - in time, where one of them holds only a part of the log: one to one where nothing else is as near, else in order
/// where both hold the text as often about then ([InTime]);
///
/// and their times, where they can be compared, do not contradict it by more than their errors and a second, since
/// `dmesg -T` and journald's receipt are that far off.
///
/// A record whose text is hidden (`[33B blob data]`) counts as what [HiddenTexts] says that it hides. Rows that lie
/// outside the times of all other artifacts are never decoded, so that the files of one rotated journal cost nothing.
public final class WitnessSearch {
    private static final long TOLERANCE_NS = 1_500_000_000L;

    private final List<Events> artifacts;
    private final List<Moments> moments;
    private final Keys keys;
    private final SessionClocks clocks;
    private final Watch watch;
    private final Map<Long, List<Occurrence>> known = new HashMap<>();
    private final List<long[]> pairs = new ArrayList<>();

    private WitnessSearch(
            List<Events> artifacts, List<Moments> moments, Texts texts, SessionClocks clocks, Watch watch) {
        this.artifacts = artifacts;
        this.moments = moments;
        this.keys = new Keys(texts, clocks);
        this.clocks = clocks;
        this.watch = watch;
    }

    public static Witnesses of(List<Events> artifacts, Texts texts, SessionClocks clocks, Watch watch) {
        List<Events> logs = artifacts.stream().filter(WitnessSearch::isLog).toList();
        if (logs.size() < 2) {
            return Witnesses.NONE;
        }
        List<Moments> moments = new ArrayList<>();
        for (Events events : artifacts) {
            watch.check();
            moments.add(new Moments(events, row -> isRecord(events.kind(row)), clocks));
        }
        WitnessSearch search = new WitnessSearch(artifacts, moments, texts, clocks, watch);
        search.search();
        return Witnesses.of(search.pairs);
    }

    private static boolean isLog(Events events) {
        return IntStream.range(0, Math.min(events.count(), 500)).anyMatch(row -> isRecord(events.kind(row)));
    }

    private static boolean isRecord(EventKind kind) {
        return kind == EventKind.KERNEL || kind == EventKind.LOG;
    }

    private void search() {
        HiddenTexts hidden = new HiddenTexts(artifacts, moments, keys, watch);
        List<Records> logs = IntStream.range(0, artifacts.size())
                .filter(i -> isLog(artifacts.get(i)))
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(this::quality)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .map(artifact -> records(artifact, hidden))
                .toList();
        long[] shared = shared(logs);
        logs.forEach(log -> match(log, shared));
        logs.stream().filter(log -> hides(log.artifact())).forEach(log -> betweenNeighbours(log, logs));
    }

    private boolean hides(int artifact) {
        return artifacts.get(artifact).fields().contains(HiddenTexts.BLOB);
    }

    /// What is still hidden in a log is asked of the others, the best first.
    private void betweenNeighbours(Records hiding, List<Records> logs) {
        for (Records showing : logs) {
            if (showing.artifact() != hiding.artifact() && !hides(showing.artifact())) {
                Map<Long, Long> standing = new HashMap<>();
                pairs.forEach(pair -> standing.put(pair[0], pair[1]));
                new Neighbours(artifacts, keys, standing).twins(hiding, showing).forEach(twin -> {
                    long shown = Witnesses.key(showing.artifact(), twin[1]);
                    long hidden = Witnesses.key(hiding.artifact(), twin[0]);
                    pairs.add(new long[] {hidden, standing.getOrDefault(shown, shown)});
                });
            }
        }
    }

    /// Artifacts that know more about their records come first, of those the ones that hide nothing, and of those
    /// the longest.
    private long quality(int artifact) {
        Events events = artifacts.get(artifact);
        boolean journal = events.fields().contains(Fields.MONOTONIC_NS);
        boolean printk = events.fields().contains(Fields.PRINTK_NS)
                || (events.count() > 0 && events.clock(events.count() / 2) == Clock.PRINTK);
        boolean open = !hides(artifact);
        return (journal ? 1L << 42 : 0) + (printk ? 1L << 41 : 0) + (open ? 1L << 40 : 0) + events.count();
    }

    private Records records(int artifact, HiddenTexts hidden) {
        watch.check();
        Events events = artifacts.get(artifact);
        int[] rows = IntStream.range(0, events.count())
                .filter(row -> isRecord(events.kind(row)) && mayBeElsewhere(artifact, row))
                .toArray();
        long[] keysOfRows = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if ((i & 0xfff) == 0) {
                watch.check();
            }
            int row = rows[i];
            Optional<String> text = HiddenTexts.isHidden(events, row) ? hidden.of(artifact, row) : Optional.empty();
            keysOfRows[i] = text.isPresent() ? keys.of(events, row, text.get()) : keys.of(events, row);
        }
        return new Records(artifact, rows, keysOfRows);
    }

    private boolean mayBeElsewhere(int artifact, int row) {
        for (int i = 0; i < moments.size(); i++) {
            if (i != artifact && moments.get(i).mayHold(moments.get(artifact), row, TOLERANCE_NS)) {
                return true;
            }
        }
        return false;
    }

    /// Keys that more than one artifact has, ascending.
    private static long[] shared(List<Records> logs) {
        long[] all = logs.stream().flatMapToLong(Records::distinctKeys).sorted().toArray();
        return IntStream.range(1, all.length)
                .filter(i -> all[i] == all[i - 1])
                .mapToLong(i -> all[i])
                .distinct()
                .toArray();
    }

    private void match(Records log, long[] shared) {
        Map<Long, List<Occurrence>> mine = new HashMap<>();
        for (int i = 0; i < log.count(); i++) {
            long key = log.key(i);
            if (Arrays.binarySearch(shared, key) >= 0) {
                mine.computeIfAbsent(key, k -> new ArrayList<>()).add(occurrence(log.artifact(), log.row(i)));
            }
        }
        mine.forEach(this::match);
    }

    private Occurrence occurrence(int artifact, int row) {
        long stamp = SessionClocks.printk(artifacts.get(artifact), row);
        Moments when = moments.get(artifact);
        return new Occurrence(
                Witnesses.key(artifact, row),
                stamp == Events.NO_NUMBER ? Occurrence.NONE : stamp / 1000,
                artifacts.get(artifact).text(Fields.STAMP, row) == null,
                when.realtime(row),
                when.error(row),
                clocks.stamp(artifacts.get(artifact), row).filter(time -> time.clock() == Clock.REALTIME));
    }

    private void match(long key, List<Occurrence> mine) {
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
            if (other.micros() == one.micros() && !one.contradicts(other, TOLERANCE_NS)) {
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
        for (InTime.Pair pair : new InTime(left, open, TOLERANCE_NS).pairs()) {
            pair(pair.one(), pair.other(), open);
            left.remove(pair.one());
        }
    }

    private void pair(Occurrence one, Occurrence other, List<Occurrence> open) {
        pairs.add(new long[] {one.key(), other.key()});
        open.remove(other);
    }
}
