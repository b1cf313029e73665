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
    private static final double MESSAGE = 12;
    private static final int FEW = 6;
    private static final double TOO_FEW = -6;
    private static final int PREFIX = 24;
    private static final double UNNAMED = -6;
    private static final double BY_MACRO = -0.5;
    private static final double UNEXPLAINED = -1.5;
    private static final double CONTINUED = -0.15;
    private static final double COMPLETE = 4;
    private static final double STRANGE = -4;
    private static final double CONTINUED_TEXT = 0.15;

    private final byte[] line;
    private final String path;

    Score(byte[] line, String path) {
        this.line = line;
        this.path = path;
    }

    /// The statement and what is around it fit the whole line.
    double whole(Format whole, List<String> values) {
        int inValues = 0;
        for (String value : values) {
            byte[] bytes = value.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            inValues += Words.letters(bytes, 0, bytes.length);
        }
        int byMacro = Words.letters(line, 0, line.length) - whole.literalLetters() - inValues;
        return explained(whole, values) + COMPLETE + place() + names(whole) + Math.max(0, byMacro - 12) * BY_MACRO;
    }

    /// The statement begins the line, and others go on with it up to its end.
    double chain(Format whole, Continuations.Chain chain) {
        double sum = explained(whole, chain.beginning().values()) + place();
        int letters = whole.literalLetters();
        for (Continuations.Part part : chain.parts()) {
            letters += part.format().literalLetters();
            sum += literals(part.format()) + Math.min(0, rest(part)) * CONTINUED_TEXT;
        }
        return whole.literalLetters() < FEW && letters >= FEW ? sum - TOO_FEW + COMPLETE : sum + COMPLETE;
    }

    private double rest(Continuations.Part part) {
        return part.format().literalLetters() - (double) Words.letters(line, part.from(), part.to());
    }

    /// Only a format fits, at `fit`.
    ///
    /// @param open whether the name of a device is printed before it
    /// @param missing letters that should stand before it and do not
    double part(Format own, FormatMatch.Fit fit, boolean open, int missing) {
        int before = Words.letters(line, 0, fit.start());
        int behind = Words.letters(line, fit.end(), line.length);
        boolean named = open && fit.start() > 0 && introduces(fit.start());
        double prefix = before * (named ? -0.05 : UNEXPLAINED);
        double complete = (before == 0 || named) && behind == 0 && missing == 0 ? COMPLETE : 0;
        double tail = behind * (own.ends() ? UNEXPLAINED : CONTINUED);
        double device = named ? device(fit.start()) : open && fit.start() == 0 ? UNNAMED : 0;
        return explained(own, fit.values()) + prefix + tail - missing + complete + place() + device;
    }

    /// A module's own name before a message speaks for the
    /// file or folder that is called like it.
    private double names(Format whole) {
        boolean module = whole.pieces().getFirst() instanceof Piece.Macro macro
                && macro.name().equals("KBUILD_MODNAME");
        double device = module ? device(line.length) : 0;
        return !module ? 0 : device > 0 ? device * 2 - 1 : STRANGE;
    }

    /// Whether a word of what introduces the message is a folder or file on the statement's path.
    private double device(int end) {
        String text = new String(line, 0, Math.min(end, 40), java.nio.charset.StandardCharsets.ISO_8859_1);
        String first = text.split("[ :]", 2)[0].replace('-', '_').toLowerCase(java.util.Locale.ROOT);
        String place = "/" + path.replace('-', '_');
        boolean exact = place.contains("/" + first + "/") || place.endsWith("/" + first + ".c");
        String bus = first.split("_", 2)[0];
        return first.length() < 3 ? 0 : exact ? 2 : bus.length() > 2 && place.contains("/" + bus + "/") ? 1 : 0;
    }

    /// The most that a site with this format can score, if all that stands around the fit is explained.
    double most(Format own, FormatMatch.Fit fit) {
        int before = Words.letters(line, 0, fit.start());
        int behind = Words.letters(line, fit.end(), line.length);
        double wrapped = Math.min(before, PREFIX) * (1 + SIGN) + Math.max(0, before - PREFIX) * UNEXPLAINED;
        double tail = own.ends() ? behind * UNEXPLAINED : Math.min(behind, PREFIX) * (1 + SIGN);
        return optimistic(own, fit.values()) + wrapped + tail + COMPLETE;
    }

    /// What a format explains, with no account of what may be known of its texts, or said around it.
    private static double optimistic(Format format, List<String> values) {
        double sum = 0;
        int value = 0;
        for (Piece piece : format.pieces()) {
            switch (piece) {
                case Piece.Literal literal -> sum += literal(literal.bytes());
                case Piece.Known known -> sum += literal(known.bytes());
                case Piece.Macro macro -> {}
                case Piece.Value one -> {
                    String printed = value < values.size() ? values.get(value) : "";
                    sum += telling(one.conversion()) ? Math.min(printed.length(), 18) * NUMBER : 0;
                }
            }
            value += piece instanceof Piece.Value || piece instanceof Piece.Known ? 1 : 0;
        }
        return sum;
    }

    private static double explained(Format format, List<String> values) {
        double sum = 0;
        int certain = format.literalLetters();
        int value = 0;
        boolean first = true;
        for (Piece piece : format.pieces()) {
            switch (piece) {
                case Piece.Literal literal -> sum += literal(literal.bytes());
                case Piece.Macro macro -> {}
                case Piece.Known known -> {
                    sum += literal(known.bytes());
                    value++;
                }
                case Piece.Value one -> {
                    String printed = value < values.size() ? values.get(value) : "";
                    sum += value(one.conversion(), printed, first);
                    certain += telling(one.conversion()) ? printed.length() : 0;
                    value++;
                }
            }
            first = false;
        }
        return certain < FEW ? sum + TOO_FEW : sum;
    }

    private static double value(Conversion conversion, String printed, boolean leading) {
        double message = conversion.text().equals("%pV") ? -MESSAGE : 0;
        if (telling(conversion)) {
            return message + Math.min(printed.length(), 18) * NUMBER;
        }
        boolean word = printed.indexOf(' ') < 0;
        double text = leading ? word ? LEADING_WORD : LEADING_TEXT : TEXT;
        return message + Math.max(printed.length() * text, leading ? -20 : -1);
    }

    /// Whether not any text can be the value.
    private static boolean telling(Conversion conversion) {
        return conversion.kind() != Conversion.Kind.TEXT || Shapes.of(conversion) != null;
    }

    private static double literals(Format format) {
        double sum = 0;
        for (Piece piece : format.pieces()) {
            sum += piece instanceof Piece.Literal literal ? literal(literal.bytes()) : 0;
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
        if (offset < 3 || line[offset - 1] != ' ') {
            return false;
        }
        int end = line[offset - 2] == ']' ? opening(offset - 2) - 1 : offset - 1;
        return end >= 2 && line[end] == ' ' && line[end - 1] == ':' && line[end - 2] != ']';
    }

    /// Where the bracket opens that is closed at an offset: the name of a disk may follow that of its device.
    private int opening(int closed) {
        int at = closed;
        while (at > 0 && line[at] != '[') {
            at--;
        }
        return at;
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
