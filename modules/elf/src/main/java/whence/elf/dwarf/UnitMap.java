package whence.elf.dwarf;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which unit an address belongs to: from `.debug_aranges` where there is one, else from the ranges of every unit,
/// which takes a walk over their first entries. Made when first asked for.
final class UnitMap {
    private final Sections sections;
    private @Nullable Spans spans;
    private long @Nullable [] starts;
    private int damaged;

    UnitMap(Sections sections) {
        this.sections = sections;
    }

    /// Offset of the unit in `.debug_info`, or -1.
    long unitAt(long address) {
        return spans().unitAt(address);
    }

    private synchronized Spans spans() {
        if (spans == null) {
            Collector found = new Collector();
            if (sections.aranges().bytes().size() > 0) {
                aranges(found);
            }
            if (found.count == 0) {
                walk(found);
            }
            spans = found.sorted();
            damaged = found.damaged;
        }
        return spans;
    }

    /// Parts of the tables that could not be read.
    synchronized int damaged() {
        return damaged;
    }

    /// Start of the unit that an offset of `.debug_info` lies in.
    synchronized long unitHolding(long offset) {
        if (starts == null) {
            starts = walkStarts();
        }
        int found = Arrays.binarySearch(starts, offset);
        int at = found >= 0 ? found : -found - 2;
        return at < 0 ? -1 : starts[at];
    }

    private long[] walkStarts() {
        long[] found = new long[256];
        int count = 0;
        long at = 0;
        UnitHeader header = UnitHeader.at(sections.info(), 0).orElse(null);
        while (header != null) {
            found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
            found[count++] = at;
            at = header.end();
            header = UnitHeader.at(sections.info(), at).orElse(null);
        }
        return Arrays.copyOf(found, count);
    }

    private void walk(Collector found) {
        for (long start : walkStarts()) {
            try {
                UnitHeader header = UnitHeader.at(sections.info(), start).orElse(null);
                if (header != null && !header.partial()) {
                    found.addAll(new Unit(sections, header).ranges(), start);
                }
            } catch (Reading.Fault damage) {
                found.damaged++;
            }
        }
    }

    private void aranges(Collector found) {
        Reading in = new Reading(sections.aranges(), 0);
        try {
            while (in.more()) {
                set(in, found);
            }
        } catch (Reading.Fault damage) {
            found.damaged++;
        }
    }

    /// The addresses of one unit.
    private static void set(Reading in, Collector found) {
        long start = in.at();
        long length = in.u32();
        boolean wide = length == 0xffffffffL;
        long end = (wide ? in.i64() : length) + in.at();
        in.skip(2);
        long unit = in.offset(wide);
        int size = in.u8();
        in.skip(1);
        long pair = size * 2L;
        if (pair == 0) {
            throw new Reading.Fault("addresses of no bytes");
        }
        in.skip((pair - (in.at() - start) % pair) % pair);
        while (in.at() + pair <= end) {
            long low = in.address(size);
            long count = in.address(size);
            if (low != 0 || count != 0) {
                found.add(low, low + count, unit);
            }
        }
        in.skip(end - in.at());
    }

    /// Spans of addresses in order of their start.
    private static final class Spans {
        private final long[] starts;
        private final long[] ends;
        private final long[] units;

        Spans(long[] starts, long[] ends, long[] units) {
            this.starts = starts;
            this.ends = ends;
            this.units = units;
        }

        long unitAt(long address) {
            int low = 0;
            int high = starts.length - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (Long.compareUnsigned(starts[middle], address) <= 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return high >= 0 && Long.compareUnsigned(address, ends[high]) < 0 ? units[high] : -1;
        }
    }

    private static final class Collector {
        private long[] cells = new long[3 * 1024];
        private int count;
        private int damaged;

        void addAll(long[] pairs, long unit) {
            for (int i = 0; i < pairs.length; i += 2) {
                add(pairs[i], pairs[i + 1], unit);
            }
        }

        void add(long start, long end, long unit) {
            if (start == end) {
                return;
            }
            if (count * 3 == cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
            cells[count * 3] = start;
            cells[count * 3 + 1] = end;
            cells[count++ * 3 + 2] = unit;
        }

        Spans sorted() {
            Integer[] order = new Integer[count];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Long.compareUnsigned(cells[a * 3], cells[b * 3]));
            long[] starts = new long[count];
            long[] ends = new long[count];
            long[] units = new long[count];
            for (int i = 0; i < count; i++) {
                starts[i] = cells[order[i] * 3];
                ends[i] = cells[order[i] * 3 + 1];
                units[i] = cells[order[i] * 3 + 2];
            }
            return new Spans(starts, ends, units);
        }
    }
}
