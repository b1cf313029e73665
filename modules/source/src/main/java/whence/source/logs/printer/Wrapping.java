package whence.source.logs.printer;

import java.util.ArrayList;
import java.util.List;
import whence.source.logs.format.Format;
import whence.source.logs.format.Piece;
import whence.source.logs.format.Pieces;

/// What the macros and functions around a statement print before and behind its own format.
///
/// @param naming what stands before it that is not known here, such as the name of a device
public record Wrapping(List<Piece> before, List<Piece> after, String level, Naming naming) {
    /// Nothing is printed around the format.
    public static final Wrapping PLAIN = new Wrapping(List.of(), List.of(), "", Naming.NONE);
    static final Wrapping DEVICE = new Wrapping(List.of(), List.of(), "", Naming.DEVICE);
    static final Wrapping INTERFACE = new Wrapping(List.of(), List.of(), "", Naming.INTERFACE);
    static final Wrapping UNKNOWN = new Wrapping(List.of(), List.of(), "", Naming.ANY);

    /// Whether something stands before it that is not known here.
    public boolean open() {
        return naming != Naming.NONE;
    }

    /// Whether nothing is printed around the format.
    public boolean plain() {
        return before.isEmpty() && after.isEmpty();
    }

    /// This, with another one around it.
    Wrapping inside(Wrapping outer) {
        List<Piece> first = new ArrayList<>(outer.before);
        first.addAll(before);
        List<Piece> last = new ArrayList<>(after);
        last.addAll(outer.after);
        return new Wrapping(first, last, level.isEmpty() ? outer.level : level, outer.open() ? outer.naming : naming);
    }

    /// A statement's format with all of it.
    public Format around(Format format) {
        List<Piece> all = new ArrayList<>(before);
        all.addAll(format.pieces());
        all.addAll(after);
        return new Format(Pieces.joined(all), format.level(), format.ends());
    }
}
