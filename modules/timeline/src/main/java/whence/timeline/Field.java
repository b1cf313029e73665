package whence.timeline;

import org.jspecify.annotations.Nullable;

/// A typed column that readers declare and the filter language compiles against. Two readers that mean the
/// same thing use the same field from [Fields].
///
/// @param name as written in a filter: `errno`, `comm`
public record Field(String name, Type type) {
    /// What a cell holds.
    public enum Type {
        /// 64-bit signed number.
        NUMBER,
        /// Text from a dictionary: few distinct values over many rows.
        TEXT
    }

    /// Written out, because fields are asked for row by row: what a record generates costs several times as much.
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof Field field && type == field.type && name.equals(field.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public static Field number(String name) {
        return new Field(name, Type.NUMBER);
    }

    public static Field text(String name) {
        return new Field(name, Type.TEXT);
    }
}
