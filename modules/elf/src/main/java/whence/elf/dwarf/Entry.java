package whence.elf.dwarf;

import org.jspecify.annotations.Nullable;

/// One entry of a unit with the attributes that are of interest here; numbers raw, as [Forms#read] gives them.
final class Entry {
    static final int COMPILE_UNIT = 0x11;
    static final int LEXICAL_BLOCK = 0x0b;
    static final int INLINED = 0x1d;
    static final int SUBPROGRAM = 0x2e;

    final long offset;
    final int tag;
    final boolean children;
    long sibling;

    @Nullable
    Raw name;

    @Nullable
    Raw linkageName;

    @Nullable
    Raw compDir;

    @Nullable
    Raw lowPc;

    @Nullable
    Raw highPc;

    @Nullable
    Raw ranges;

    long origin;
    long callFile;
    long callLine;
    long stmtList = -1;
    long strOffsetsBase;
    long addrBase;
    long rnglistsBase;

    /// A value with the form it was written in.
    record Raw(int form, long value) {}

    Entry(long offset, int tag, boolean children) {
        this.offset = offset;
        this.tag = tag;
        this.children = children;
    }

    /// Reads the attributes of an entry of a shape.
    void read(Reading in, Shape shape, UnitHeader unit) {
        for (int i = 0; i < shape.attributes.length; i++) {
            int form = shape.forms[i] == Forms.INDIRECT ? (int) in.uleb() : shape.forms[i];
            set(shape.attributes[i], form, Forms.read(in, form, unit, shape.constants[i]));
        }
    }

    private void set(int attribute, int form, long value) {
        switch (attribute) {
            case 0x01 -> sibling = value;
            case 0x03 -> name = new Raw(form, value);
            case 0x10 -> stmtList = value;
            case 0x11 -> lowPc = new Raw(form, value);
            case 0x12 -> highPc = new Raw(form, value);
            case 0x1b -> compDir = new Raw(form, value);
            case 0x31, 0x47 -> origin = value;
            case 0x55 -> ranges = new Raw(form, value);
            case 0x58 -> callFile = value;
            case 0x59 -> callLine = value;
            case 0x6e, 0x2007 -> linkageName = new Raw(form, value);
            case 0x72 -> strOffsetsBase = value;
            case 0x73 -> addrBase = value;
            case 0x74 -> rnglistsBase = value;
            default -> {}
        }
    }
}
