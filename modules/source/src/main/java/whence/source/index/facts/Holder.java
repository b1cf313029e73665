package whence.source.index.facts;

/// What holds a text, and what a statement hands to its `%s`, as one number: the name and what it is the name of.
/// Where both say the same, the statement can print the text.
public final class Holder {
    /// A variable or a table.
    public static final int VARIABLE = 0;
    /// A member of a structure.
    public static final int MEMBER = 1;
    /// A function that returns it.
    public static final int FUNCTION = 2;

    /// None at all.
    public static final int NONE = -1;

    private Holder() {}

    static int of(int name, int kind) {
        return (name << 2) | kind;
    }

    /// Number of its name.
    public static int name(int holder) {
        return holder >>> 2;
    }

    /// Which of the three it is.
    public static int kind(int holder) {
        return holder & 3;
    }
}
