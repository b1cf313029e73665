package whence.source.logs.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import whence.source.Conversion;

/// Lays a format over a line. The work is bounded: a format of many `%s` over a hostile line gives up rather than hang.
public final class FormatMatch {
    private static final int STEPS = 4000;

    private final List<Piece> pieces;
    private final byte[] line;
    private final int[] starts;
    private final int[] ends;
    private final @Nullable IntPredicate rest;
    private final Numbers numbers;
    private int steps = STEPS;
    private boolean toEnd;

    private FormatMatch(List<Piece> pieces, byte[] line, @Nullable IntPredicate rest) {
        this.pieces = pieces;
        this.line = line;
        this.starts = new int[pieces.size()];
        this.ends = new int[pieces.size()];
        this.rest = rest;
        this.numbers = new Numbers(line);
    }

    /// Where a format fits.
    ///
    /// @param start of the fit in the line
    /// @param end behind it
    /// @param values what each conversion printed, in order
    public record Fit(int start, int end, List<String> values) {}

    /// The best place at which a format fits: one that reaches the end of the line before others, the first of those.
    public static @Nullable Fit find(Format format, byte[] line) {
        Fit whole = toEnd(format, line, 0);
        if (whole != null) {
            return whole;
        }
        FormatMatch open = new FormatMatch(format.pieces(), line, null);
        return open.from(0);
    }

    /// The first place from `first` on at which a format fits and ends with the line.
    static @Nullable Fit toEnd(Format format, byte[] line, int first) {
        FormatMatch match = new FormatMatch(format.pieces(), line, null);
        match.toEnd = true;
        return match.from(first);
    }

    /// A format that must fit the whole of `[from, to)`; null where it does not.
    public static @Nullable Fit exactly(Format format, byte[] line, int from, int to) {
        byte[] part = Arrays.copyOfRange(line, from, to);
        FormatMatch match = new FormatMatch(format.pieces(), part, null);
        match.toEnd = true;
        return match.match(0, 0) ? match.fit() : null;
    }

    /// A format that must fit from an offset on, and what is behind it the test.
    public static @Nullable Fit followed(Format format, byte[] line, int from, IntPredicate rest) {
        FormatMatch match = new FormatMatch(format.pieces(), line, rest);
        return match.match(0, from) ? match.fit() : null;
    }

    private @Nullable Fit from(int first) {
        if (pieces.isEmpty()) {
            return null;
        }
        for (int start = first; start <= line.length; start++) {
            if (steps < 0) {
                return null;
            }
            if (plausible(start) && match(0, start)) {
                return fit();
            }
        }
        return null;
    }

    /// A format does not begin in the middle of a word.
    private boolean plausible(int start) {
        if (pieces.getFirst() instanceof Piece.Literal literal) {
            boolean inWord = start > 0 && Words.letter(line[start - 1]) && Words.letter(literal.bytes()[0]);
            return !inWord && startsWith(literal.bytes(), start);
        }
        boolean begins = start == 0 || line[start - 1] == ' ' || line[start - 1] == ':';
        return begins && (start == 0 || start == line.length || line[start] != ' ');
    }

    private boolean startsWith(byte[] literal, int at) {
        return at + literal.length <= line.length
                && Arrays.equals(line, at, at + literal.length, literal, 0, literal.length);
    }

    private Fit fit() {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Piece.Value || pieces.get(i) instanceof Piece.Known) {
                values.add(new String(line, starts[i], ends[i] - starts[i], StandardCharsets.UTF_8).strip());
            }
        }
        int last = pieces.size() - 1;
        return last < 0 ? new Fit(0, 0, values) : new Fit(starts[0], ends[last], values);
    }

    private boolean match(int piece, int at) {
        if (piece == pieces.size()) {
            return rest != null ? rest.test(at) : !toEnd || blankFrom(at);
        }
        if (--steps < 0) {
            return false;
        }
        starts[piece] = at;
        return switch (pieces.get(piece)) {
            case Piece.Literal literal -> literal(literal.bytes(), piece, at);
            case Piece.Known known -> literal(padded(known), piece, at);
            case Piece.Value value -> value(value.conversion(), piece, at);
            case Piece.Macro macro -> any(piece, at, 1, Integer.MAX_VALUE);
        };
    }

    private boolean blankFrom(int at) {
        for (int i = at; i < line.length; i++) {
            if (line[i] != ' ' && line[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    /// A blank at the end of a line may be missing in it: log programs cut it off.
    private boolean literal(byte[] bytes, int piece, int at) {
        int length = bytes.length;
        if (length > 0 && at + length == line.length + 1 && bytes[length - 1] == ' ') {
            length--;
        }
        if (at + length > line.length || !Arrays.equals(line, at, at + length, bytes, 0, length)) {
            return false;
        }
        return ended(piece, at + length);
    }

    /// What is printed for a known text: filled up to the width.
    private static byte[] padded(Piece.Known known) {
        int width = known.conversion().width();
        int length = known.bytes().length;
        if (width <= length) {
            return known.bytes();
        }
        byte[] padded = new byte[width];
        Arrays.fill(padded, (byte) ' ');
        int from = known.conversion().alignedLeft() ? 0 : width - length;
        System.arraycopy(known.bytes(), 0, padded, from, length);
        return padded;
    }

    private boolean value(Conversion conversion, int piece, int at) {
        return switch (conversion.kind()) {
            case DECIMAL -> number(conversion, piece, at, 10);
            case HEXADECIMAL -> number(conversion, piece, at, 16);
            case OCTAL -> number(conversion, piece, at, 8);
            case POINTER -> {
                int end = numbers.pointerEnd(at);
                yield end >= 0 && ended(piece, end);
            }
            case CHARACTER -> at < line.length && ended(piece, at + 1);
            case TEXT -> text(conversion, piece, at);
        };
    }

    private boolean text(Conversion conversion, int piece, int at) {
        Shapes shape = Shapes.of(conversion);
        if (shape == null) {
            boolean cut = conversion.alignedLeft() ? piece == pieces.size() - 1 : at == 0;
            return any(piece, at, cut ? 0 : conversion.width(), conversion.most());
        }
        int end = at < line.length ? shape.end(line, at) : -1;
        return end >= 0 && ended(piece, end);
    }

    private boolean ended(int piece, int end) {
        ends[piece] = end;
        return match(piece + 1, end);
    }

    private boolean number(Conversion conversion, int piece, int from, int base) {
        int first = numbers.digitsFrom(from, base);
        int most = conversion.digits() > 0 && piece + 1 < pieces.size() && pieces.get(piece + 1) instanceof Piece.Value
                ? first + conversion.digits()
                : line.length;
        int width = conversion.width();
        for (int end = numbers.digitsEnd(first, most, base); end > first; end--) {
            int padded = conversion.alignedLeft() ? padded(end, from + width) : end;
            if ((from == 0 || padded - from >= width || padded == line.length) && ended(piece, padded)) {
                return true;
            }
        }
        return false;
    }

    /// Behind the blanks that fill a number up.
    private int padded(int end, int most) {
        int at = end;
        while (at < Math.min(most, line.length) && line[at] == ' ') {
            at++;
        }
        return at;
    }

    /// Any text: the shortest that lets the rest fit.
    private boolean any(int piece, int at, int least, int most) {
        boolean last = piece == pieces.size() - 1;
        if (last && rest == null) {
            int rest = line.length - at;
            return toEnd && least <= rest && rest <= most && ended(piece, line.length);
        }
        for (int end = at + least; end <= line.length && end - at <= most; end++) {
            if (steps < 0) {
                return false;
            }
            boolean worth = last
                    || !(pieces.get(piece + 1) instanceof Piece.Literal literal)
                    || startsLike(literal.bytes(), end);
            if (worth && ended(piece, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean startsLike(byte[] literal, int at) {
        return at < line.length ? line[at] == literal[0] : literal.length == 1 && literal[0] == ' ';
    }
}
