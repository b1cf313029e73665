package whence.timeline.dating;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.timeline.Events;
import whence.timeline.Fields;

/// The stamps of one artifact that are no times yet, and what they would be on given dates. Immutable; any thread.
final class OpenStamps {
    static final long DAY_NS = 86_400_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    /// A log whose months fall by more than these runs over New Year; fewer are lines out of order.
    private static final int HALF_YEAR = 6;

    private final Events events;
    private final Gap gap;
    private final int first;
    private final int last;
    /// New Years, or midnights, between the first open row and each row; empty where the stamps hold them.
    private final byte[] turns;

    private OpenStamps(Events events, Gap gap, int first, int last, byte[] turns) {
        this.events = events;
        this.gap = gap;
        this.first = first;
        this.last = last;
        this.turns = turns;
    }

    /// Empty where all stamps are times, or no stamp is written at all.
    static Optional<OpenStamps> of(Events events) {
        int first = IntStream.range(0, events.count())
                .filter(row -> gap(events, row) != null)
                .findFirst()
                .orElse(-1);
        Gap gap = first < 0 ? null : gap(events, first);
        if (gap == null) {
            return Optional.empty();
        }
        int last = events.count() - 1;
        while (gap(events, last) != gap) {
            last--;
        }
        return Optional.of(
                new OpenStamps(events, gap, first, last, turning(gap) ? turns(events, first, gap) : new byte[0]));
    }

    private static boolean turning(Gap gap) {
        return gap == Gap.YEAR || gap == Gap.BESIDE;
    }

    private static @Nullable Gap gap(Events events, int row) {
        if (events.number(Fields.TIME_OF_DAY_NS, row) != Events.NO_NUMBER) {
            return events.number(Fields.REALTIME_NS, row) == Events.NO_NUMBER ? Gap.BESIDE : null;
        }
        if (events.timeNs(row) == Events.NO_TIME) {
            return null;
        }
        if (events.clock(row) == Clock.TIME_OF_DAY) {
            return events.number(Fields.DAY, row) == Events.NO_NUMBER ? Gap.DATE : Gap.YEAR;
        }
        boolean local = events.clock(row) == Clock.REALTIME && "zone".equals(events.text(Fields.OPEN, row));
        return local ? Gap.ZONE : null;
    }

    /// As the reader of such an artifact counts them: years of a log, days of a trace.
    private static byte[] turns(Events events, int first, Gap gap) {
        byte[] turns = new byte[events.count()];
        long half = gap == Gap.YEAR ? HALF_YEAR : DAY_NS / 2;
        long last = counted(events, first, gap);
        int passed = 0;
        for (int row = first; row < turns.length; row++) {
            if (gap(events, row) == gap) {
                long next = counted(events, row, gap);
                passed += last - next > half ? 1 : next - last > half && passed > 0 ? -1 : 0;
                last = next;
            }
            turns[row] = (byte) Math.min(passed, Byte.MAX_VALUE);
        }
        return turns;
    }

    /// What falls where a year or a day begins.
    private static long counted(Events events, int row, Gap gap) {
        return gap == Gap.YEAR ? events.number(Fields.DAY, row) / 100 : events.number(Fields.TIME_OF_DAY_NS, row);
    }

    Events events() {
        return events;
    }

    Gap gap() {
        return gap;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    boolean open(int row) {
        return gap(events, row) == gap;
    }

    /// What an open row writes, without month and day: nanoseconds since a midnight, or since 1970 where the zone
    /// alone is open.
    long stamp(int row) {
        return gap == Gap.BESIDE ? turns[row] * DAY_NS + events.number(Fields.TIME_OF_DAY_NS, row) : events.timeNs(row);
    }

    /// What stands at `row` as if its zone were UTC, nanoseconds since 1970; with a date gap since the first midnight.
    ///
    /// @param year of the first open row; of no account but for a year gap
    /// @return [Events#NO_TIME] where that year has no such day
    long local(int row, int year) {
        if (gap != Gap.YEAR) {
            return stamp(row);
        }
        int day = (int) events.number(Fields.DAY, row);
        try {
            return LocalDate.of(year + turns[row], day / 100, day % 100).toEpochDay() * DAY_NS + events.timeNs(row);
        } catch (DateTimeException noSuchDay) {
            return Events.NO_TIME;
        }
    }

    /// Years between the first open row and this one.
    int yearsTo(int row) {
        return gap == Gap.YEAR ? turns[row] : 0;
    }

    /// The instant of an open row, nanoseconds since 1970 UTC; [Events#NO_TIME] where there is no such day.
    long instant(int row, Dates dates) {
        LocalDate date = dates.first();
        long local = local(row, date == null ? 0 : date.getYear());
        if (local == Events.NO_TIME) {
            return local;
        }
        long midnight = gap != Gap.YEAR && date != null ? date.toEpochDay() * DAY_NS : 0;
        return midnight + local - offsetNs(dates.offset());
    }

    static long offsetNs(ZoneOffset offset) {
        return offset.getTotalSeconds() * SECOND_NS;
    }

    /// The date of the first open row, where a year gap begins in `year`.
    LocalDate firstDate(int year) {
        int day = (int) events.number(Fields.DAY, first);
        return LocalDate.of(year, day / 100, 1).plusDays(day % 100 - 1L);
    }
}
