package whence.source.logs;

import java.util.List;
import whence.source.Conversion;

/// How much of a line a statement explains, in letters: what its literals say counts for it, numbers where it prints
/// numbers and signs where it has signs count a little, what it leaves unexplained counts against it.
final class Score {
    private static final double SIGN = 0.4;
    private static final double NUMBER = 0.35;
    private static final double TEXT = -0.06;
    private static final double LEADING_TEXT = -0.7;
    private static final double LEADING_WORD = -0.25;
    private static final double UNEXPLAINED = -1.5;
    private static final double CONTINUED = -0.15;
    private static final double COMPLETE = 4;

    private final byte[] line;
    private final String path;

    Score(byte[] line, String path) {
        this.line = line;
        this.path = path;
    }

    /// The statement and what is around it fit the whole line.
    double whole(Format whole, List<String> values) {
        return explained(whole, values) + COMPLETE + place();
    }

    /// Only the statement's own format fits, at `fit`.
    double part(Format own, FormatMatch.Fit fit, Wrapping wrapping) {
        int before = Words.letters(line, 0, fit.start());
        int behind = Words.letters(line, fit.end(), line.length);
        boolean named = wrapping.open() && fit.start() > 0 && introduces(fit.start());
        double prefix = before * (named ? -0.05 : UNEXPLAINED);
        double missing = new Format(wrapping.before(), "", true).literalLetters();
        double complete = (before == 0 || named) && behind == 0 && missing == 0 ? COMPLETE : 0;
        double tail = behind * (own.ends() ? UNEXPLAINED : CONTINUED);
        return explained(own, fit.values()) + prefix + tail - missing + complete + place();
    }

    /// The most that a site with this format can score, if all that stands around the fit is explained.
    double most(Format own, FormatMatch.Fit fit) {
        int around = Words.letters(line, 0, fit.start()) + Words.letters(line, fit.end(), line.length);
        return explained(own, fit.values()) + around * (1 + SIGN) + COMPLETE;
    }

    private static double explained(Format format, List<String> values) {
        double sum = 0;
        int value = 0;
        for (Piece piece : format.pieces()) {
            switch (piece) {
                case Piece.Literal literal -> sum += literal(literal.bytes());
                case Piece.Macro macro -> {}
                case Piece.Value one -> {
                    int length = value < values.size() ? values.get(value).length() : 0;
                    boolean number = one.conversion().kind() != Conversion.Kind.TEXT;
                    boolean leading = sum == 0 && value == 0;
                    boolean word = value < values.size() && values.get(value).indexOf(' ') < 0;
                    double text = leading ? word ? LEADING_WORD : LEADING_TEXT : TEXT;
                    sum += number ? Math.min(length, 18) * NUMBER : Math.max(length * text, -20);
                    value++;
                }
            }
        }
        return sum;
    }

    private static double literal(byte[] bytes) {
        double sum = 0;
        for (byte b : bytes) {
            sum += Words.letter(b) ? 1 : b == ' ' ? 0 : SIGN;
        }
        return sum;
    }

    /// Whether what stands before an offset looks like the name of a device or subsystem: it ends in a colon and a
    /// blank.
    private boolean introduces(int offset) {
        return offset >= 3 && line[offset - 1] == ' ' && line[offset - 2] == ':' && line[offset - 3] != ']';
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
