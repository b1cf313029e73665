package whence.source.logs;

/// How much of a line a statement explains, in letters: what its literals say counts for it, what it leaves unexplained
/// against it.
final class Score {
    private final byte[] line;
    private final String path;

    Score(byte[] line, String path) {
        this.line = line;
        this.path = path;
    }

    /// The statement and what is around it fit the whole line.
    double whole(Format whole) {
        return whole.literalLetters() + 4 + place();
    }

    /// Only the statement's own format fits, at `fit`.
    double part(Format own, FormatMatch.Fit fit, Wrapping wrapping) {
        int before = Words.letters(line, 0, fit.start());
        int behind = Words.letters(line, fit.end(), line.length);
        boolean named = wrapping.open() && fit.start() > 0 && introduces(fit.start());
        double prefix = named ? before * 0.1 : before * 1.5;
        double missing = 0;
        for (Piece piece : wrapping.before()) {
            missing += piece instanceof Piece.Literal literal
                    ? Words.letters(literal.bytes(), 0, literal.bytes().length)
                    : 0;
        }
        double complete = before == 0 && behind == 0 && missing == 0 ? 4 : 0;
        return own.literalLetters() - prefix - behind * 1.5 - missing + complete + place();
    }

    /// Whether what stands before an offset looks like the name of a device or subsystem: it ends in a colon and a
    /// blank.
    private boolean introduces(int offset) {
        return offset >= 2 && line[offset - 1] == ' ' && line[offset - 2] == ':';
    }

    /// Programs and foreign machines are less likely than the kernel proper.
    private double place() {
        if (path.startsWith("tools/")
                || path.startsWith("samples/")
                || path.startsWith("scripts/")
                || path.startsWith("Documentation/")) {
            return -8;
        }
        if (path.startsWith("arch/") && !path.startsWith("arch/x86/")) {
            return -0.5;
        }
        return path.startsWith("drivers/staging/") ? -0.25 : 0;
    }
}
