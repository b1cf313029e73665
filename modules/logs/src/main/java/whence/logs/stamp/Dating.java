package whence.logs.stamp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;

/// Turns the stamps of one artifact into times, line after line, with what the input's hints say about zone and date,
/// and marks what stays open. One thread, one artifact.
public final class Dating {
    /// Offsets of abbreviations that mean one zone only; others (IST, CST) are left open.
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("Z", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("WET", "Z"),
            Map.entry("WEST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("AEST", "+10:00"),
            Map.entry("AEDT", "+11:00"));

    private final EventsBuilder builder;
    private final @Nullable ZoneId zone;
    private final @Nullable LocalDate start;
    private int year;
    private int lastMonth;
    private long steps;
    private Clock stepClock = Clock.NONE;
    private long stepBase;

    public Dating(Input input, EventsBuilder builder) {
        this.builder = builder;
        this.zone = zone(input.hints().get(Input.ZONE));
        this.start = date(input.hints().get(Input.DATE));
        this.year = start == null ? 0 : start.getYear();
        this.lastMonth = start == null ? 0 : start.getMonthValue();
    }

    /// Sets the time of `row`.
    ///
    /// @param countingClock what seconds count on
    public void date(int row, Stamp stamp, Clock countingClock) {
        switch (stamp) {
            case Stamp.None none -> builder.retime(row, Clock.NONE, Events.NO_TIME);
            case Stamp.Since since -> builder.retime(row, countingClock, since.ns());
            case Stamp.Step step -> {
                steps += step.ns();
                builder.retime(row, stepClock == Clock.NONE ? countingClock : stepClock, stepBase + steps);
                builder.set(Fields.STAMP, row, stepClock == Clock.NONE ? "steps" : "minutes");
            }
            case Stamp.Epoch epoch -> builder.retime(row, Clock.REALTIME, epoch.ns());
            case Stamp.Calendar calendar -> calendar(row, calendar);
        }
    }

    /// Steps that follow a date count from it, others from the first line.
    private void stepFrom(Clock clock, long ns) {
        stepClock = clock;
        stepBase = ns;
        steps = 0;
    }

    private void calendar(int row, Stamp.Calendar stamp) {
        int inYear = stamp.year() != 0 ? stamp.year() : rolledYear(stamp.month());
        if (inYear == 0) {
            builder.retime(row, Clock.TIME_OF_DAY, stamp.nsOfDay());
            stepFrom(Clock.TIME_OF_DAY, stamp.nsOfDay());
            builder.set(Fields.DAY, row, stamp.month() * 100L + stamp.day());
            builder.set(Fields.OPEN, row, zone == null && stamp.zone() == null ? "year,zone" : "year");
            return;
        }
        try {
            LocalDateTime local =
                    LocalDate.of(inYear, stamp.month(), stamp.day()).atTime(LocalTime.ofNanoOfDay(stamp.nsOfDay()));
            ZoneId known = zoneOf(stamp.zone());
            var instant = local.atZone(known == null ? ZoneOffset.UTC : known).toInstant();
            long ns = Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L) + instant.getNano();
            builder.retime(row, Clock.REALTIME, ns);
            stepFrom(Clock.REALTIME, ns);
            if (known == null) {
                builder.set(Fields.OPEN, row, "zone");
            }
        } catch (DateTimeException | ArithmeticException noSuchDay) {
            builder.retime(row, Clock.NONE, Events.NO_TIME);
        }
    }

    /// Years go up where months go down by much: a log runs over New Year, while a few lines out of order do not.
    private int rolledYear(int month) {
        if (year != 0) {
            if (lastMonth - month > 6) {
                year++;
            } else if (month - lastMonth > 6 && start != null && year > start.getYear()) {
                year--;
            }
            lastMonth = month;
        }
        return year;
    }

    private @Nullable ZoneId zoneOf(@Nullable String written) {
        if (written == null) {
            return zone;
        }
        String offset = ABBREVIATIONS.getOrDefault(written, written);
        try {
            return offset.equals("Z") || offset.startsWith("+") || offset.startsWith("-")
                    ? ZoneOffset.of(offset)
                    : zone;
        } catch (DateTimeException strange) {
            return zone;
        }
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? null : ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        try {
            return iso == null || iso.length() < 10 ? null : LocalDate.parse(iso.substring(0, 10));
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
