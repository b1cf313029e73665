package whence.elf.dwarf;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import whence.elf.Words;

/// The shapes of the entries of a unit. Compilers number them from 1 without holes.
final class Abbreviations {
    private static final int MOST = 1 << 20;
    private int count;
    private @Nullable Shape[] shapes = new Shape[64];
    private int[] attributes = new int[32];
    private int[] forms = new int[32];
    private long[] constants = new long[32];

    Abbreviations(Words section, UnitHeader unit) {
        Reading in = new Reading(section, unit.abbreviations());
        for (long code = in.uleb(); code != 0; code = in.more() ? in.uleb() : 0) {
            Shape shape = shape(in, unit);
            if (code < 0 || code >= MOST) {
                throw new Reading.Fault("abbreviation " + code + " is out of all bounds");
            }
            if (code >= shapes.length) {
                shapes = Arrays.copyOf(shapes, (int) Math.max(code + 1, shapes.length * 2L));
            }
            shapes[(int) code] = shape;
            count++;
        }
    }

    private Shape shape(Reading in, UnitHeader unit) {
        int tag = (int) in.uleb();
        boolean children = in.u8() != 0;
        int read = 0;
        while (true) {
            int attribute = (int) in.uleb();
            int form = (int) in.uleb();
            long constant = form == Forms.IMPLICIT_CONST ? in.sleb() : 0;
            if (attribute == 0 && form == 0) {
                return new Shape(
                        tag,
                        children,
                        Arrays.copyOf(attributes, read),
                        Arrays.copyOf(forms, read),
                        Arrays.copyOf(constants, read),
                        unit);
            }
            if (read == attributes.length) {
                attributes = Arrays.copyOf(attributes, read * 2);
                forms = Arrays.copyOf(forms, read * 2);
                constants = Arrays.copyOf(constants, read * 2);
            }
            attributes[read] = attribute;
            forms[read] = form;
            constants[read++] = constant;
        }
    }

    Shape of(long code) {
        Shape shape = code > 0 && code < shapes.length ? shapes[(int) code] : null;
        if (shape == null) {
            throw new Reading.Fault("abbreviation " + code + " is not defined");
        }
        return shape;
    }

    /// What they take, roughly.
    long bytes() {
        return count * 200L;
    }
}
