package whence.timeline.dating;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import whence.timeline.Events;

/// The dates on which an event of an artifact lies where another artifact says that it lay. Local times are ahead of
/// UTC by quarters of an hour, so that two stamps which are the same event's agree to the seconds, whatever the zone;
/// one pair of events that do not belong together agrees so by chance once in two hundred times.
final class Fitting {
    static final long QUARTER_NS = 900_000_000_000L;
    /// `dmesg -T` and journald's receipt are that far off.
    static final long TOLERANCE_NS = 2_000_000_000L;

    private static final int QUARTER_SECONDS = 900;
    /// Howland to Kiritimati.
    private static final int LEAST_QUARTERS = -12 * 4;

    private static final int MOST_QUARTERS = 14 * 4;
    /// More than this many fit where a stretch is so long that it says nothing.
    private static final int MOST_FITS = 8;

    private final OpenStamps stamps;
    private final Known known;

    Fitting(OpenStamps stamps, Known known) {
        this.stamps = stamps;
        this.known = known;
    }

    /// The dates on which row `from` is not behind `earliest`, and row `to` not before `latest`; none where too many
    /// are.
    List<Dates> between(int from, int to, long earliest, long latest) {
        List<Dates> fits = new ArrayList<>();
        for (int year : years(from, earliest)) {
            long low = stamps.local(from, year);
            long high = stamps.local(to, year);
            if (low == Events.NO_TIME || high == Events.NO_TIME) {
                continue;
            }
            long first = Math.ceilDiv(latest - high - TOLERANCE_NS, QUARTER_NS);
            long last = Math.floorDiv(earliest - low + TOLERANCE_NS, QUARTER_NS);
            if (last - first >= MOST_FITS) {
                return List.of();
            }
            for (long quarters = first; quarters <= last; quarters++) {
                dates(quarters, year).stream()
                        .filter(dates -> known.agrees(dates, earliest))
                        .min(Comparator.comparingInt(
                                dates -> Math.abs(dates.offset().getTotalSeconds())))
                        .ifPresent(fits::add);
            }
        }
        return fits;
    }

    /// The dates on which row `row` lies at `ns`.
    List<Dates> at(int row, long ns) {
        return between(row, row, ns, ns);
    }

    /// Years that the first open row may be of.
    private int[] years(int row, long ns) {
        if (stamps.gap() != Gap.YEAR) {
            return new int[] {0};
        }
        int year = Instant.ofEpochSecond(Math.floorDiv(ns, 1_000_000_000L))
                .atOffset(ZoneOffset.UTC)
                .getYear();
        return IntStream.rangeClosed(year - 1, year + 1)
                .map(of -> of - stamps.yearsTo(row))
                .toArray();
    }

    /// What adds so many quarters of an hour to a local time: a date gap leaves more than one pair of date and zone.
    private List<Dates> dates(long quarters, int year) {
        if (stamps.gap() == Gap.YEAR || stamps.gap() == Gap.ZONE) {
            return !anywhere(-quarters)
                    ? List.of()
                    : List.of(new Dates(stamps.gap() == Gap.YEAR ? stamps.firstDate(year) : null, zone(-quarters)));
        }
        long day = OpenStamps.DAY_NS / QUARTER_NS;
        List<Dates> all = new ArrayList<>();
        for (long ahead = Math.floorMod(-quarters, day) - day; ahead <= MOST_QUARTERS; ahead += day) {
            if (anywhere(ahead)) {
                all.add(new Dates(LocalDate.ofEpochDay((quarters + ahead) / day), zone(ahead)));
            }
        }
        return all;
    }

    /// Whether some zone is ahead of UTC by so much.
    private static boolean anywhere(long quarters) {
        return quarters >= LEAST_QUARTERS && quarters <= MOST_QUARTERS;
    }

    private static ZoneOffset zone(long quarters) {
        return ZoneOffset.ofTotalSeconds((int) quarters * QUARTER_SECONDS);
    }
}
