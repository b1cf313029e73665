package whence.elf.dwarf;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The addresses that an entry covers: a pair of low and high, or a list in `.debug_ranges` or `.debug_rnglists`.
final class Ranges {
    private static final int MOST = 1 << 16;
    private final Sections sections;
    private final Unit unit;
    private long[] pairs = new long[8];
    private int count;

    Ranges(Sections sections, Unit unit) {
        this.sections = sections;
        this.unit = unit;
    }

    /// Whether an address lies in one of the pairs of start and end.
    static boolean hold(long[] pairs, long address) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (Long.compareUnsigned(address, pairs[i]) >= 0 && Long.compareUnsigned(address, pairs[i + 1]) < 0) {
                return true;
            }
        }
        return false;
    }

    long[] of(Entry entry) {
        Entry.Raw low = entry.lowPc;
        Entry.Raw high = entry.highPc;
        if (entry.ranges != null) {
            list(entry, entry.ranges);
        } else if (low != null && high != null) {
            long start = unit.address(low);
            boolean absolute = high.form() == Forms.ADDR || Forms.addressIndex(high.form());
            add(start, absolute ? unit.address(high) : start + high.value());
        }
        return Arrays.copyOf(pairs, count);
    }

    private void add(long start, long end) {
        if (start == end) {
            return;
        }
        if (count == pairs.length) {
            if (count > MOST) {
                throw new Reading.Fault("a list of ranges without end");
            }
            pairs = Arrays.copyOf(pairs, count * 2);
        }
        pairs[count++] = start;
        pairs[count++] = end;
    }

    private void list(Entry entry, Entry.Raw ranges) {
        if (unit.header().version() < 5) {
            old(new Reading(sections.ranges(), ranges.value()), unit.header().addressSize());
        } else {
            lists(
                    new Reading(sections.rnglists(), listOffset(entry, ranges)),
                    unit.header().addressSize());
        }
    }

    private long listOffset(@Nullable Entry entry, Entry.Raw ranges) {
        if (ranges.form() != Forms.RNGLISTX) {
            return ranges.value();
        }
        Entry home = entry != null && entry.tag == Entry.COMPILE_UNIT ? entry : unit.root();
        boolean wide = unit.header().wide();
        long slot = home.rnglistsBase + ranges.value() * (wide ? 8 : 4);
        return home.rnglistsBase + new Reading(sections.rnglists(), slot).offset(wide);
    }

    /// DWARF 2 to 4: pairs, a pair of zeroes at the end; a pair that begins with all ones sets the base.
    private void old(Reading in, int size) {
        long base = unit.base();
        long ones = size == 8 ? -1L : (1L << (size * 8)) - 1;
        while (in.more()) {
            long start = in.address(size);
            long end = in.address(size);
            if (start == 0 && end == 0) {
                return;
            }
            if (start == ones) {
                base = end;
            } else {
                add(base + start, base + end);
            }
        }
    }

    private void lists(Reading in, int size) {
        long base = unit.base();
        while (in.more()) {
            switch (in.u8()) {
                case 0 -> {
                    return;
                }
                case 1 -> base = indexed(in.uleb());
                case 2 -> add(indexed(in.uleb()), indexed(in.uleb()));
                case 3 -> {
                    long start = indexed(in.uleb());
                    add(start, start + in.uleb());
                }
                case 4 -> add(base + in.uleb(), base + in.uleb());
                case 5 -> base = in.address(size);
                case 6 -> add(in.address(size), in.address(size));
                case 7 -> {
                    long start = in.address(size);
                    add(start, start + in.uleb());
                }
                default -> throw new Reading.Fault("an entry of a range list is of no known kind");
            }
        }
    }

    private long indexed(long index) {
        return unit.address(new Entry.Raw(Forms.ADDRX, index));
    }
}
