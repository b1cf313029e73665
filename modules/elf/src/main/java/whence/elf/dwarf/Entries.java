package whence.elf.dwarf;

import org.jspecify.annotations.Nullable;

/// Walks the entries of a unit in order. Only entries that may have code are read whole.
final class Entries {
    private final Reading in;
    private final UnitHeader unit;
    private final Abbreviations abbreviations;
    private @Nullable Entry entry;
    private boolean children;
    private long sibling;

    Entries(Reading in, UnitHeader unit, Abbreviations abbreviations) {
        this.in = in;
        this.unit = unit;
        this.abbreviations = abbreviations;
    }

    boolean more() {
        return in.more();
    }

    /// Goes to the next entry; false where it is the mark that ends a list of children.
    boolean next() {
        long offset = in.at();
        long code = in.uleb();
        entry = null;
        if (code == 0) {
            return false;
        }
        Shape shape = abbreviations.of(code);
        children = shape.children;
        if (shape.scope()) {
            entry = new Entry(offset, shape.tag, children);
            entry.read(in, shape, unit);
            sibling = entry.sibling;
        } else {
            sibling = shape.pass(in);
        }
        return true;
    }

    /// The current entry where it may have code, else null.
    @Nullable
    Entry entry() {
        return entry;
    }

    boolean children() {
        return children;
    }

    /// Passes over the children of the current entry; false where it does not say where they end.
    boolean passChildren() {
        boolean known = sibling > in.at() && sibling <= unit.end();
        if (known) {
            in.skip(sibling - in.at());
        }
        return known;
    }
}
