package whence.timeline.dating;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import whence.evidence.Grade;
import whence.timeline.Events;

/// The last resort: the only date on which an artifact's times overlap those of all others. Assumed, because nobody
/// says that it was written meanwhile; nothing where its zone is not known, or where two dates fit.
final class OnlyDay {
    /// Days or years that are tried at most.
    private static final int MOST = 1000;

    private final long first;
    private final long last;

    /// @param first earliest instant that the other artifacts hold
    /// @param last latest instant
    OnlyDay(long first, long last) {
        this.first = first;
        this.last = last;
    }

    /// @param offsets what the zone may be: that of the machine, or those that its other artifacts were found to have
    Optional<Dating> of(OpenStamps stamps, Known known, Set<ZoneOffset> offsets) {
        if (first > last || stamps.gap() == Gap.ZONE || offsets.size() != 1) {
            return Optional.empty();
        }
        ZoneOffset offset = offsets.iterator().next();
        List<Dates> fits = new ArrayList<>();
        LocalDate from = date(first, offset);
        LocalDate to = date(last, offset);
        int years = stamps.yearsTo(stamps.last());
        for (LocalDate start : stamps.gap() == Gap.YEAR ? years(stamps, from, to, years) : days(stamps, from, to)) {
            Dates dates = new Dates(start, offset);
            long begin = stamps.instant(stamps.first(), dates);
            long end = stamps.instant(stamps.last(), dates);
            boolean dated = begin != Events.NO_TIME && end != Events.NO_TIME && known.agrees(dates, begin);
            if (dated && begin <= last && end >= first) {
                fits.add(dates);
            }
        }
        return fits.size() == 1 ? Optional.of(found(stamps, fits.getFirst())) : Optional.empty();
    }

    private static Dating found(OpenStamps stamps, Dates dates) {
        return new Dating.Found(
                stamps.events().artifact(),
                stamps.gap().word(),
                dates,
                Grade.ASSUMED,
                "on no other " + stamps.gap().word() + " would its times meet those of the other artifacts",
                List.of());
    }

    private static List<LocalDate> days(OpenStamps stamps, LocalDate from, LocalDate to) {
        long most = stamps.local(stamps.last(), 0) / OpenStamps.DAY_NS;
        return from.minusDays(most + 1).datesUntil(to.plusDays(2)).limit(MOST).toList();
    }

    private static List<LocalDate> years(OpenStamps stamps, LocalDate from, LocalDate to, int rolled) {
        List<LocalDate> starts = new ArrayList<>();
        for (int year = from.getYear() - rolled; year <= to.getYear() && starts.size() < MOST; year++) {
            starts.add(stamps.firstDate(year));
        }
        return starts;
    }

    private static LocalDate date(long ns, ZoneOffset offset) {
        return LocalDate.ofEpochDay(Math.floorDiv(ns + OpenStamps.offsetNs(offset), OpenStamps.DAY_NS));
    }
}
