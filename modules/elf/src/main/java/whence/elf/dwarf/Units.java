package whence.elf.dwarf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The units that were asked for, read once; the longest unused give way when their tables grow too large.
/// Thread-safe.
final class Units {
    /// Enough for all of a kernel of Debian; where it is not, questions in order of address read each unit once
    /// anyway.
    private static final long MOST_BYTES = 192L << 20;

    private final Sections sections;
    private final Map<Long, Kept> units = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    Units(Sections sections) {
        this.sections = sections;
    }

    /// @param bytes what its tables took when it was last weighed
    private record Kept(Unit unit, long bytes) {}

    /// The unit at an offset of `.debug_info`; null where none of a known version begins there.
    synchronized @Nullable Unit at(long offset) {
        Kept known = units.get(offset);
        if (known != null) {
            return known.unit;
        }
        Unit unit = UnitHeader.at(sections.info(), offset)
                .map(header -> new Unit(sections, header))
                .orElse(null);
        if (unit != null) {
            units.put(offset, new Kept(unit, 0));
            weigh(unit);
        }
        return unit;
    }

    /// Takes note of what an answer made a unit read.
    synchronized void weigh(Unit unit) {
        Kept known = units.get(unit.header().offset());
        long now = unit.bytes();
        if (known == null || known.unit != unit || known.bytes == now) {
            return;
        }
        units.put(unit.header().offset(), new Kept(unit, now));
        bytes += now - known.bytes;
        var oldest = units.values().iterator();
        while (bytes > MOST_BYTES && units.size() > 1) {
            bytes -= oldest.next().bytes;
            oldest.remove();
        }
    }
}
