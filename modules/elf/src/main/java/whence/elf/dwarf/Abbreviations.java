package whence.elf.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.elf.Words;

/// The shapes of the entries of a unit.
final class Abbreviations {
    private static final int MOST = 1 << 20;
    private final Map<Long, Shape> shapes = new HashMap<>();

    /// What an entry of one abbreviation holds, in order: attributes are `DW_AT_*`, forms `DW_FORM_*`; constants are
    /// the values that stand in the shape itself (`DW_FORM_implicit_const`).
    static final class Shape {
        final int tag;
        final boolean children;
        final int[] attributes;
        final int[] forms;
        final long[] constants;

        Shape(int tag, boolean children, List<long[]> parts) {
            this.tag = tag;
            this.children = children;
            this.attributes = parts.stream().mapToInt(p -> (int) p[0]).toArray();
            this.forms = parts.stream().mapToInt(p -> (int) p[1]).toArray();
            this.constants = parts.stream().mapToLong(p -> p[2]).toArray();
        }
    }

    Abbreviations(Words section, long offset) {
        Reading reading = new Reading(section, offset);
        for (long code = reading.uleb(); code != 0 && shapes.size() < MOST; code = reading.uleb()) {
            shapes.putIfAbsent(code, shape(reading));
            if (!reading.more()) {
                break;
            }
        }
    }

    private static Shape shape(Reading reading) {
        int tag = (int) reading.uleb();
        boolean children = reading.u8() != 0;
        List<long[]> parts = new ArrayList<>();
        while (true) {
            long attribute = reading.uleb();
            long form = reading.uleb();
            long constant = form == Forms.IMPLICIT_CONST ? reading.sleb() : 0;
            if (attribute == 0 && form == 0) {
                return new Shape(tag, children, parts);
            }
            parts.add(new long[] {attribute, form, constant});
        }
    }

    @Nullable
    Shape of(long code) {
        return shapes.get(code);
    }
}
