package whence.timeline.dating;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.process.Program;
import whence.timeline.witness.RecordText;

/// Looks for some events of an artifact without dates in artifacts that have them: lines of a log, execs, calls. A row
/// is decoded only where it agrees in the seconds of the quarter of an hour.
final class Twins {
    private static final int RECORDS = 16;
    private static final int EXECS = 128;
    private static final int CALLS = 64;
    /// Rows of one artifact that are decoded at most.
    private static final int MOST_DECODED = 50_000;

    private static final int SECONDS = (int) (Fitting.QUARTER_NS / 1_000_000_000L);
    private static final int REACH = (int) (Fitting.TOLERANCE_NS / 1_000_000_000L) + 1;

    private final OpenStamps stamps;
    private final Fitting fitting;
    private final Texts texts;
    private final Map<Integer, Sample> samples = new LinkedHashMap<>();
    private final List<List<Sample>> bySecond = IntStream.range(0, SECONDS)
            .<List<Sample>>mapToObj(i -> new ArrayList<>())
            .toList();

    /// One event that is looked for, and what was found.
    private final class Sample {
        final int row;
        final Clue.Kind kind;
        final Set<Dates> fits = new HashSet<>();

        @Nullable
        String text;

        @Nullable
        Span there;

        Sample(int row, Clue.Kind kind) {
            this.row = row;
            this.kind = kind;
        }

        String text() {
            String own = text == null ? content(kind, stamps.events(), row) : text;
            text = own;
            return own;
        }

        Clue clue(Span where) {
            Span here = stamps.events().span(row);
            return new Clue(kind, where.artifact(), fits, List.of(here, where));
        }
    }

    Twins(OpenStamps stamps, Fitting fitting, Texts texts) {
        this.stamps = stamps;
        this.fitting = fitting;
        this.texts = texts;
        take(Clue.Kind.RECORD, RECORDS);
        take(Clue.Kind.EXEC, EXECS);
        take(Clue.Kind.CALL, CALLS);
    }

    /// Takes events of a kind from all over the artifact, and as many from its end, where captures of one machine meet.
    private void take(Clue.Kind kind, int most) {
        int[] rows = IntStream.rangeClosed(stamps.first(), stamps.last())
                .filter(row -> kind == kind(stamps.events(), row) && stamps.open(row))
                .toArray();
        for (int i = 0; i < most && i < rows.length; i++) {
            sample(rows[(int) ((long) i * rows.length / Math.min(most, rows.length))], kind);
            sample(rows[rows.length - 1 - i], kind);
        }
    }

    private void sample(int row, Clue.Kind kind) {
        if (samples.containsKey(row)) {
            return;
        }
        Sample sample = new Sample(row, kind);
        samples.put(row, sample);
        int second = second(stamps.stamp(row));
        for (int s = second - REACH; s <= second + REACH; s++) {
            bySecond.get(Math.floorMod(s, SECONDS)).add(sample);
        }
    }

    private static int second(long ns) {
        return (int) (Math.floorMod(ns, Fitting.QUARTER_NS) / 1_000_000_000L);
    }

    /// How many events are looked for.
    int sampled() {
        return samples.size();
    }

    /// Whether an artifact holds any event of a kind that is looked for.
    boolean mayBeIn(Events other) {
        EnumSet<Clue.Kind> kinds = EnumSet.noneOf(Clue.Kind.class);
        samples.values().forEach(sample -> kinds.add(sample.kind));
        return IntStream.range(0, other.count()).anyMatch(row -> {
            Clue.Kind kind = kind(other, row);
            return kind != null && kinds.contains(kind);
        });
    }

    /// Goes over an artifact that has dates.
    ///
    /// @param when the instants of its rows
    void look(Events other, long[] when) {
        int decoded = 0;
        for (int row = 0; row < when.length && decoded < MOST_DECODED; row++) {
            if (when[row] == Events.NO_TIME || bySecond.get(second(when[row])).isEmpty()) {
                continue;
            }
            Clue.Kind kind = kind(other, row);
            String text = null;
            for (Sample sample : bySecond.get(second(when[row]))) {
                if (kind == sample.kind && mayBe(sample, other, row)) {
                    List<Dates> fits = fitting.at(sample.row, when[row]);
                    text = text == null && !fits.isEmpty() ? content(sample.kind, other, row) : text;
                    if (text != null && !fits.isEmpty() && same(sample, text)) {
                        sample.fits.addAll(fits);
                        sample.there = sample.there == null ? other.span(row) : sample.there;
                    }
                }
            }
            decoded += text == null ? 0 : 1;
        }
    }

    private static Clue.@Nullable Kind kind(Events events, int row) {
        EventKind kind = events.kind(row);
        if (kind == EventKind.KERNEL || kind == EventKind.LOG) {
            return Clue.Kind.RECORD;
        }
        boolean task = events.pid(row) >= 0;
        if (kind == EventKind.EXEC) {
            long result = events.number(Fields.RET, row);
            return task && (result == 0 || result == Events.NO_NUMBER) ? Clue.Kind.EXEC : null;
        }
        return kind == EventKind.CALL && task ? Clue.Kind.CALL : null;
    }

    /// What the columns say.
    private boolean mayBe(Sample sample, Events other, int row) {
        Events own = stamps.events();
        String host = own.text(Fields.HOST, sample.row);
        String theirs = other.text(Fields.HOST, row);
        if (host != null && theirs != null && !host.equals(theirs)) {
            return false;
        }
        boolean pids = own.pid(sample.row) == other.pid(row);
        return switch (sample.kind) {
            case RECORD -> pids || own.pid(sample.row) < 0 || other.pid(row) < 0;
            case EXEC, LIFE, CLOCK -> pids;
            case CALL ->
                pids
                        && Objects.equals(own.text(Fields.CALL, sample.row), other.text(Fields.CALL, row))
                        && own.number(Fields.RET, sample.row) == other.number(Fields.RET, row);
        };
    }

    private String content(Clue.Kind kind, Events events, int row) {
        return switch (kind) {
            case RECORD -> RecordText.of(texts, events, row);
            case EXEC, LIFE, CLOCK -> texts.text(events, row);
            case CALL -> String.valueOf(events.text(Fields.CALL, row));
        };
    }

    private static boolean same(Sample sample, String text) {
        return sample.kind == Clue.Kind.EXEC
                ? Program.same(sample.text(), text)
                : sample.text().equals(text);
    }

    /// What was found so far.
    Collection<Clue> clues() {
        List<Clue> clues = new ArrayList<>();
        for (Sample sample : samples.values()) {
            Span there = sample.there;
            if (there != null) {
                clues.add(sample.clue(there));
            }
        }
        return clues;
    }
}
