package whence.source.logs;

import java.util.ArrayList;
import java.util.List;

/// What the macros and functions around a statement print before and behind its own format.
///
/// @param open whether something stands before it that is not known here, such as the name of a device
record Wrapping(List<Piece> before, List<Piece> after, String level, boolean open) {
    static final Wrapping PLAIN = new Wrapping(List.of(), List.of(), "", false);
    static final Wrapping UNKNOWN = new Wrapping(List.of(), List.of(), "", true);

    /// Whether nothing is printed around the format.
    boolean plain() {
        return before.isEmpty() && after.isEmpty();
    }

    /// This, with another one around it.
    Wrapping inside(Wrapping outer) {
        List<Piece> first = new ArrayList<>(outer.before);
        first.addAll(before);
        List<Piece> last = new ArrayList<>(after);
        last.addAll(outer.after);
        return new Wrapping(first, last, level.isEmpty() ? outer.level : level, open || outer.open);
    }

    /// A statement's format with all of it.
    Format around(Format format) {
        List<Piece> all = new ArrayList<>(before);
        all.addAll(format.pieces());
        all.addAll(after);
        return new Format(Pieces.joined(all), format.level(), format.ends());
    }
}
