package whence.source.logs.printer;

/// Where a format stands, as far as it matters for what the macros around it mean there.
///
/// @param line of the format; a macro that a file defines again and again holds from one definition to the next
/// @param outer whether the file's own `pr_fmt` is passed over for one of the headers in the folders above it, which
///     may undefine and replace it
public record Place(int file, int line, boolean outer) {
    /// In a file, with what that file defines.
    public static Place of(int file, int line) {
        return new Place(file, line, false);
    }

    /// The same place with the headers' definitions instead.
    public Place outside() {
        return new Place(file, line, true);
    }
}
