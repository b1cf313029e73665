package whence.timeline.filter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import whence.evidence.Span;
import whence.timeline.Events;

/// Finds the row that a byte of the artifact belongs to, by the rows' own spans and by the further ones of joined
/// events.
final class RowFinder {
    private final Events events;
    private final Further[] further;
    private int near;

    private record Further(long from, long to, int row) {}

    RowFinder(Events events) {
        this.events = events;
        this.further = IntStream.of(events.joined())
                .boxed()
                .flatMap(row -> events.spans(row).stream().skip(1).map(span -> further(span, row)))
                .sorted(Comparator.comparingLong(Further::from))
                .toArray(Further[]::new);
    }

    private static Further further(Span span, int row) {
        return new Further(span.offset(), span.offset() + span.length(), row);
    }

    /// The row, or -1; asked with offsets that mostly ascend.
    int at(long offset) {
        if (near < events.count() && offset < events.offset(near)) {
            near = search(offset);
        }
        while (near + 1 < events.count() && events.offset(near + 1) <= offset) {
            near = near + 64 < events.count() && events.offset(near + 64) <= offset ? search(offset) : near + 1;
        }
        boolean within = near < events.count() && offset >= events.offset(near) && offset < end(near);
        return within ? near : inFurther(offset);
    }

    private int search(long offset) {
        int low = 0;
        int high = events.count() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (events.offset(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private int inFurther(long offset) {
        int found = Arrays.binarySearch(further, new Further(offset, 0, 0), Comparator.comparingLong(Further::from));
        int at = found >= 0 ? found : -found - 2;
        return at >= 0 && offset < further[at].to ? further[at].row : -1;
    }

    /// Offset behind a row's own span.
    long end(int row) {
        return events.offset(row) + events.length(row);
    }
}
