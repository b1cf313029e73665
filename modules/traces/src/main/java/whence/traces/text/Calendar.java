package whence.traces.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.timeline.Events;
import whence.timeline.Input;

/// Places times of day on days. A time that falls back by more than half a day is the next day's; where the input's
/// hints name the first date and the zone, the result is real time, otherwise it stays a time of day that runs on
/// past 24 hours. One thread.
public final class Calendar {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final @Nullable LocalDate date;
    private final @Nullable ZoneId zone;
    private long days;
    private long last = Events.NO_TIME;

    public Calendar(Input input) {
        this.date = date(input.hints());
        this.zone = zone(input.hints());
    }

    public Clock clock() {
        return date == null || zone == null ? Clock.TIME_OF_DAY : Clock.REALTIME;
    }

    /// Nanoseconds on [#clock] of the next stamp in the file.
    public long place(long timeOfDayNs) {
        if (last != Events.NO_TIME && timeOfDayNs > last + DAY_NS / 2 && days > 0) {
            return at(days - 1, timeOfDayNs);
        }
        if (last != Events.NO_TIME && timeOfDayNs < last - DAY_NS / 2) {
            days++;
        }
        last = timeOfDayNs;
        return at(days, timeOfDayNs);
    }

    private long at(long day, long timeOfDayNs) {
        if (date == null || zone == null) {
            return day * DAY_NS + timeOfDayNs;
        }
        LocalTime time = LocalTime.ofNanoOfDay(Math.min(timeOfDayNs, DAY_NS - 1));
        var instant = LocalDateTime.of(date.plusDays(day), time).atZone(zone).toInstant();
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    private static @Nullable LocalDate date(Map<String, String> hints) {
        String date = hints.get(Input.DATE);
        try {
            return date == null ? null : LocalDate.parse(date);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable ZoneId zone(Map<String, String> hints) {
        String zone = hints.get(Input.ZONE);
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
