package whence.symbols.facts;

/// What the letters of `nm` and kallsyms mean.
public final class Letters {
    private Letters() {}

    /// Whether a symbol of this letter is code. `W` and `w` may be either; in a kernel nearly all are functions.
    public static boolean text(char letter) {
        return switch (letter) {
            case 't', 'T', 'w', 'W', 'i' -> true;
            default -> false;
        };
    }
}
