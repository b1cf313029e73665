package whence.branches.value;

/// Three-valued: what is not known stays unknown.
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    public static Truth of(boolean known) {
        return known ? TRUE : FALSE;
    }

    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    Ints set() {
        return switch (this) {
            case TRUE -> Ints.of(1);
            case FALSE -> Ints.of(0);
            case UNKNOWN -> Ints.range(0, 1);
        };
    }
}
