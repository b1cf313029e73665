package whence.source.logs.line;

import java.util.List;
import whence.source.Conversion;
import whence.source.logs.format.Format;
import whence.source.logs.format.FormatMatch;
import whence.source.logs.format.Piece;
import whence.source.logs.format.Shapes;
import whence.source.logs.format.Words;
import whence.source.logs.printer.Naming;

/// How much of a line a statement explains, in letters: what its literals say counts for it, numbers where it prints
/// numbers and signs where it has signs count a little, what it leaves unexplained counts against it.
final class Score {
    private static final double SIGN = 0.4;
    private static final double NUMBER = 0.35;
    private static final double TEXT = -0.06;
    private static final double PHRASE = -0.35;
    private static final double LEADING_TEXT = -0.7;
    private static final double LEADING_WORD = -0.25;
    private static final double MESSAGE = 12;
    private static final int FEW = 6;
    private static final int LEAST_AROUND = 3;
    private static final int FEW_FOR_PHRASE = 10;
    private static final int FEW_FOR_STRANGER = 14;
    private static final int MOST_NUMBERS = 40;
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
    ///
    /// @param before letters of texts around the statement that the line has
    double whole(Format whole, List<String> values, int before) {
        int inValues = 0;
        for (String value : values) {
            byte[] bytes = value.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            inValues += Words.letters(bytes, 0, bytes.length);
        }
        int byMacro = Words.letters(line, 0, line.length) - whole.literalLetters() - inValues;
        int forPhrase = before >= LEAST_AROUND ? FEW : FEW_FOR_PHRASE;
        return explained(whole, values, forPhrase)
                + COMPLETE
                + place()
                + names(whole)
                + Math.max(0, byMacro - 12) * BY_MACRO;
    }

    /// The statement begins the line, and others go on with it up to its end.
    double chain(Format whole, Continuations.Chain chain) {
        double sum = explained(whole, chain.beginning().values(), FEW_FOR_PHRASE) + place();
        int literals = whole.literalLetters();
        int numbers = 0;
        for (Continuations.Part part : chain.parts()) {
            literals += part.format().literalLetters();
            boolean telling = telling(part.format());
            numbers += telling ? letters(part) : 0;
            sum += literals(part.format()) + (telling ? 0 : -letters(part) * CONTINUED_TEXT);
        }
        boolean vague = phrases(chain.beginning().values()) || leadsWithText(whole);
        boolean said = literals + numbers >= FEW && (literals >= FEW_FOR_PHRASE || !vague);
        double few = whole.literalLetters() < FEW && said ? -TOO_FEW : said ? 0 : TOO_FEW;
        return sum + few + Math.min(numbers, MOST_NUMBERS) * NUMBER + COMPLETE;
    }

    /// Whether some value is a phrase rather than a name.
    private static boolean phrases(List<String> values) {
        return values.stream().anyMatch(value -> words(value) > 2);
    }

    private static int words(String value) {
        return value.isBlank() ? 0 : value.strip().split(" +", -1).length;
    }

    private int letters(Continuations.Part part) {
        return Words.letters(line, part.from(), part.to()) - part.format().literalLetters();
    }

    /// Whether none of its values can be just any text.
    private static boolean telling(Format format) {
        return format.conversions().stream().allMatch(Score::telling);
    }

    /// Only a format fits, at `fit`.
    ///
    /// @param naming what is printed before it that no text tells
    /// @param missing letters that should stand before it and do not
    double part(Format own, FormatMatch.Fit fit, Naming naming, int missing) {
        int before = Words.letters(line, 0, fit.start());
        int behind = Words.letters(line, fit.end(), line.length);
        boolean named = naming.introduces(line, fit.start());
        double prefix = before * (named ? -0.05 : UNEXPLAINED);
        double complete = (before == 0 || named) && behind == 0 && missing == 0 ? COMPLETE : 0;
        double tail = behind * (own.ends() ? UNEXPLAINED : CONTINUED);
        double device = named ? device(fit.start()) : naming != Naming.NONE && fit.start() == 0 ? UNNAMED : 0;
        double stranger = named && naming == Naming.DEVICE && device == 0 && own.literalLetters() < FEW_FOR_STRANGER
                ? TOO_FEW + STRANGE
                : 0;
        double bare = naming == Naming.NONE && leadsWithText(own) && own.literalLetters() < FEW ? TOO_FEW : 0;
        double around = prefix + tail - missing + complete + place() + device + stranger + bare;
        return explained(own, fit.values(), FEW_FOR_PHRASE) + around;
    }

    private static boolean leadsWithText(Format format) {
        return format.pieces().getFirst() instanceof Piece.Value value
                && value.conversion().text().endsWith("s");
    }

    /// A module's own name before a message speaks for the file or folder that is called like it, and one of another
    /// against a statement that says little.
    private double names(Format whole) {
        boolean module = whole.pieces().getFirst() instanceof Piece.Macro macro
                && macro.name().equals("KBUILD_MODNAME");
        double device = module ? device(line.length) : 0;
        double stranger = whole.literalLetters() < FEW_FOR_STRANGER ? STRANGE + TOO_FEW : STRANGE;
        return !module ? 0 : device > 0 ? device * 2 - 1 : stranger;
    }

    /// Whether a word of what introduces the message is a folder or file on the statement's path.
    private double device(int end) {
        String text = new String(line, 0, Math.min(end, 40), java.nio.charset.StandardCharsets.ISO_8859_1);
        String first = text.split("[ :]", 2)[0].replace('-', '_').toLowerCase(java.util.Locale.ROOT);
        String place = "/" + path.replace('-', '_');
        boolean exact = place.contains("/" + first + "/") || place.endsWith("/" + first + ".c");
        String bus = first.split("_", 2)[0];
        return first.length() < 2 ? 0 : exact ? 2 : bus.length() > 2 && place.contains("/" + bus + "/") ? 1 : 0;
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

    /// @param forPhrase how many letters it has to have where a value is a phrase
    private static double explained(Format format, List<String> values, int forPhrase) {
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

    /// Whether a phrase stands for a value that can be any text.
    private static boolean phrase(Format format, List<String> values) {
        List<Conversion> conversions = format.conversions();
        for (int i = 0; i < Math.min(conversions.size(), values.size()); i++) {
            boolean text =
                    !telling(conversions.get(i)) && !conversions.get(i).text().equals("%pV");
            if (text && words(values.get(i)) > 2) {
                return true;
            }
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

    /// Examples and foreign machines are less likely than the kernel proper.
    private double place() {
        if (path.startsWith("samples/") || path.startsWith("Documentation/")) {
            return -8;
        }
        if (path.startsWith("arch/") && (!path.startsWith("arch/x86/") || path.startsWith("arch/x86/um/"))) {
            return -0.5;
        }
        return path.startsWith("drivers/staging/") ? -0.25 : 0;
    }
}
