package whence.elf.dwarf;

/// What an entry of one abbreviation holds, in order: attributes are `DW_AT_*`, forms `DW_FORM_*`; constants are the
/// values that stand in the shape itself (`DW_FORM_implicit_const`).
///
/// Nine of ten entries of a kernel describe types and variables; those are passed over by their length alone.
final class Shape {
    private static final int SIBLING = 0x01;

    final int tag;
    final boolean children;
    final int[] attributes;
    final int[] forms;
    final long[] constants;
    private final UnitHeader unit;
    /// Bytes of an entry, or -1 where they vary.
    private final int length;
    /// Where in an entry of known length its sibling stands, or -1.
    private final int siblingAt;

    Shape(int tag, boolean children, int[] attributes, int[] forms, long[] constants, UnitHeader unit) {
        this.tag = tag;
        this.children = children;
        this.attributes = attributes;
        this.forms = forms;
        this.constants = constants;
        this.unit = unit;
        int total = 0;
        int sibling = -1;
        for (int i = 0; i < forms.length && total >= 0; i++) {
            boolean here = attributes[i] == SIBLING && forms[i] == Forms.REF4;
            sibling = here ? total : sibling;
            int size = Forms.size(forms[i], unit);
            total = size < 0 ? -1 : total + size;
        }
        this.length = total;
        this.siblingAt = sibling;
    }

    /// Whether it may have code of its own.
    boolean scope() {
        return tag == Entry.SUBPROGRAM
                || tag == Entry.INLINED
                || tag == Entry.LEXICAL_BLOCK
                || tag == Entry.COMPILE_UNIT;
    }

    /// Passes over an entry of this shape; the offset of its sibling, or 0 where it names none.
    long pass(Reading in) {
        if (length >= 0) {
            long start = in.at();
            in.skip(length);
            return siblingAt < 0 ? 0 : unit.offset() + in.u32At(start + siblingAt);
        }
        long sibling = 0;
        for (int i = 0; i < forms.length; i++) {
            long value = Forms.read(in, forms[i], unit, constants[i]);
            sibling = attributes[i] == SIBLING ? value : sibling;
        }
        return sibling;
    }
}
