package whence.timeline;

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

    public static Field number(String name) {
        return new Field(name, Type.NUMBER);
    }

    public static Field text(String name) {
        return new Field(name, Type.TEXT);
    }
}
