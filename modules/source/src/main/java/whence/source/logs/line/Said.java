package whence.source.logs.line;

import java.util.List;
import whence.source.Conversion;
import whence.source.logs.format.Format;
import whence.source.logs.format.Piece;
import whence.source.logs.format.Shapes;
import whence.source.logs.format.Words;

/// How much of a line a format itself says, in letters: its literals count, numbers where it prints numbers and signs
/// where it has signs count a little, texts that can be anything speak against it.
final class Said {
    static final double SIGN = 0.4;
    static final double NUMBER = 0.35;
    /// A format with fewer letters says hardly anything.
    static final int FEW = 6;
    static final double TOO_FEW = -6;
    private static final double TEXT = -0.06;
    private static final double PHRASE = -0.35;
    private static final double LEADING_TEXT = -0.7;
    private static final double LEADING_WORD = -0.25;
    private static final double MESSAGE = 12;
    private static final String OPENING = "[(<{\"'`";
    private static final String CLOSING = "])>}\"''";

    private Said() {}

    /// What a format explains, with no account of what may be known of its texts, or said around it.
    static double atMost(Format format, List<String> values) {
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

    /// @param forPhrase how many letters it has to have where a value is a phrase
    static double of(Format format, List<String> values, int forPhrase) {
        double sum = 0;
        int certain = format.literalLetters();
        int value = 0;
        boolean first = true;
        boolean named = false;
        for (Piece piece : format.pieces()) {
            switch (piece) {
                case Piece.Literal literal -> {
                    sum += literal(literal.bytes());
                    named = names(literal.bytes());
                }
                case Piece.Macro macro -> {}
                case Piece.Known known -> {
                    sum += literal(known.bytes());
                    value++;
                }
                case Piece.Value one -> {
                    String printed = value < values.size() ? values.get(value) : "";
                    sum += value(one.conversion(), printed, first) + (named ? phrase(one.conversion(), printed) : 0);
                    certain += telling(one.conversion()) ? printed.length() : 0;
                    value++;
                }
            }
            first = false;
        }
        boolean few = certain < FEW || (format.literalLetters() < forPhrase && phrase(format, values));
        return few ? sum + TOO_FEW : sum;
    }

    /// Whether a phrase stands for a value that can be any text; between brackets or quotes a name has any words.
    private static boolean phrase(Format format, List<String> values) {
        List<Piece> pieces = format.pieces();
        int value = 0;
        for (int i = 0; i < pieces.size() && value < values.size(); i++) {
            if (pieces.get(i) instanceof Piece.Value one) {
                boolean text =
                        !telling(one.conversion()) && !one.conversion().text().equals("%pV");
                if (text && words(values.get(value)) > 2 && !enclosed(pieces, i)) {
                    return true;
                }
            }
            value += pieces.get(i) instanceof Piece.Value || pieces.get(i) instanceof Piece.Known ? 1 : 0;
        }
        return false;
    }

    private static boolean enclosed(List<Piece> pieces, int at) {
        if (at == 0 || at + 1 == pieces.size()) {
            return false;
        }
        if (pieces.get(at - 1) instanceof Piece.Literal before && pieces.get(at + 1) instanceof Piece.Literal behind) {
            int opening = OPENING.indexOf(before.bytes()[before.bytes().length - 1]);
            return opening >= 0 && CLOSING.charAt(opening) == behind.bytes()[0];
        }
        return false;
    }

    /// Whether what follows a text is one of the words of its sentence, and not what it announces.
    private static boolean names(byte[] literal) {
        int end = literal.length;
        return end > 1 && literal[end - 1] == ' ' && Words.letter(literal[end - 2]);
    }

    /// A name in a sentence has a word or two: `failed to get %s` does not print half a sentence.
    private static double phrase(Conversion conversion, String printed) {
        boolean any = !telling(conversion) && !conversion.text().equals("%pV");
        return any && words(printed) > 2 ? printed.length() * PHRASE : 0;
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

    static double literals(Format format) {
        double sum = 0;
        for (Piece piece : format.pieces()) {
            sum += switch (piece) {
                case Piece.Literal literal -> literal(literal.bytes());
                case Piece.Known known -> literal(known.bytes());
                case Piece.Value value -> 0;
                case Piece.Macro macro -> 0;
            };
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

    /// Whether some value is a phrase rather than a name.
    static boolean phrases(List<String> values) {
        return values.stream().anyMatch(value -> words(value) > 2);
    }

    private static int words(String value) {
        return value.isBlank() ? 0 : value.strip().split(" +", -1).length;
    }

    /// Whether none of its values can be just any text.
    static boolean telling(Format format) {
        return format.conversions().stream().allMatch(Said::telling);
    }

    /// Whether what a colon follows, `%s: link up`, begins it: the name of a device or module, and no words of a
    /// sentence.
    static boolean introducedByName(Format format, List<String> values) {
        List<Piece> pieces = format.pieces();
        return pieces.size() > 1
                && pieces.get(1) instanceof Piece.Literal literal
                && literal.bytes()[0] == ':'
                && !values.isEmpty()
                && values.getFirst().indexOf(' ') < 0;
    }

    /// A text that prints nothing, as one for the level, leads no line.
    static boolean leadsWithText(Format format, List<String> values) {
        boolean printed = values.isEmpty() || !values.getFirst().isEmpty();
        return format.pieces().getFirst() instanceof Piece.Value value
                && value.conversion().text().endsWith("s")
                && printed;
    }
}
