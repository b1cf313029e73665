package whence.source.logs.line;

import java.util.List;
import whence.source.logs.format.Format;
import whence.source.logs.format.FormatMatch;
import whence.source.logs.format.Piece;
import whence.source.logs.format.Words;
import whence.source.logs.printer.Naming;

/// How much of a line a statement explains, in letters: what its literals say counts for it, numbers where it prints
/// numbers and signs where it has signs count a little, what it leaves unexplained counts against it.
final class Score {
    /// What speaks for a file that is called like what introduces the message.
    private static final int OWN = 2;
    private static final double NEARLY = 1.5;
    private static final int LEAST_AROUND = 3;
    private static final int FEW_FOR_PHRASE = 10;
    private static final int FEW_FOR_STRANGER = 14;
    private static final int MOST_NUMBERS = 40;
    private static final int PREFIX = 24;
    private static final double UNNAMED = -6;
    private static final double BY_MACRO = -0.5;
    private static final double UNEXPLAINED = -1.5;
    private static final double CONTINUED = -0.15;
    private static final double COMPLETE = 4;
    private static final double STRANGE = -4;
    private static final double CONTINUED_TEXT = 0.15;
    /// User-mode Linux prints much as x86 does, and hardly anybody runs it.
    private static final double HOSTED = -3;

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
        int forPhrase = before >= LEAST_AROUND ? Said.FEW : FEW_FOR_PHRASE;
        return Said.of(whole, values, forPhrase)
                + COMPLETE
                + place()
                + names(whole)
                + Math.max(0, byMacro - 12) * BY_MACRO;
    }

    /// The statement begins the line, and others go on with it up to its end.
    double chain(Format whole, Continuations.Chain chain) {
        double sum = Said.of(whole, chain.beginning().values(), FEW_FOR_PHRASE) + place();
        int literals = whole.literalLetters();
        int numbers = 0;
        for (Continuations.Part part : chain.parts()) {
            literals += part.format().literalLetters();
            boolean telling = Said.telling(part.format());
            numbers += telling ? letters(part) : 0;
            sum += Said.literals(part.format()) + (telling ? 0 : -letters(part) * CONTINUED_TEXT);
        }
        literals += module(whole) && device(line.length) == OWN ? module() : 0;
        boolean vague = whole.literalLetters() + numbers == 0
                || Said.phrases(chain.beginning().values())
                || Said.leadsWithText(whole, chain.beginning().values());
        boolean said = literals + numbers >= Said.FEW && (literals >= FEW_FOR_PHRASE || !vague);
        double few = whole.literalLetters() < Said.FEW && said ? -Said.TOO_FEW : said ? 0 : Said.TOO_FEW;
        return sum + few + Math.min(numbers, MOST_NUMBERS) * Said.NUMBER + COMPLETE;
    }

    private int letters(Continuations.Part part) {
        return Words.letters(line, part.from(), part.to()) - part.format().literalLetters();
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
                ? Said.TOO_FEW + STRANGE
                : 0;
        double bare = naming == Naming.NONE && vague(own, fit.values()) ? Said.TOO_FEW : 0;
        double around = prefix + tail - missing + complete + place() + device + stranger + bare;
        return Said.of(own, fit.values(), FEW_FOR_PHRASE) + around;
    }

    /// Whether anything may begin the line, and little of what follows is said.
    private static boolean vague(Format own, List<String> values) {
        int few = Said.introducedByName(own, values) ? Said.FEW - 1 : FEW_FOR_PHRASE;
        return Said.leadsWithText(own, values) && own.literalLetters() <= few;
    }

    /// A module's own name before a message speaks for the file or folder that is called like it, and one of another
    /// against a statement that says little.
    private double names(Format whole) {
        boolean module = module(whole);
        double device = module ? device(line.length) : 0;
        double stranger = whole.literalLetters() < FEW_FOR_STRANGER ? STRANGE + Said.TOO_FEW : STRANGE;
        return !module ? 0 : device > 0 ? device * 2 - 1 : stranger;
    }

    /// Whether a module's own name leads.
    private static boolean module(Format whole) {
        return whole.pieces().getFirst() instanceof Piece.Macro macro
                && macro.name().equals("KBUILD_MODNAME");
    }

    /// Letters of that name in the line.
    private int module() {
        int end = 0;
        while (end < line.length && Words.letter(line[end])) {
            end++;
        }
        return end;
    }

    /// Whether a word of what introduces the message is a folder or file on the statement's path.
    private double device(int end) {
        String text = new String(line, 0, Math.min(end, 40), java.nio.charset.StandardCharsets.ISO_8859_1);
        String first = text.split("[ :]", 2)[0].replace('-', '_').toLowerCase(java.util.Locale.ROOT);
        String place = "/" + path.replace('-', '_');
        boolean exact = place.contains("/" + first + "/") || place.endsWith("/" + first + ".c");
        return first.length() < 2 ? 0 : exact || sameWords(first, place) ? OWN : partly(first, place);
    }

    /// Whether a file is called with the words of a name, in whatever order: `at91_i2c` of `i2c-at91-master.c`.
    private static boolean sameWords(String name, String place) {
        String file = place.substring(place.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        List<String> words = List.of(file.substring(0, Math.max(dot, 0)).split("_", -1));
        List<String> named = List.of(name.split("_", -1));
        return named.size() > 1 && words.containsAll(named);
    }

    /// What speaks for or against a statement of few words by the device that is named before it.
    double named(Naming naming, Format whole, int at) {
        boolean few = whole.literalLetters() < FEW_FOR_STRANGER;
        double device = device(at);
        return naming == Naming.DEVICE && device == 0 && few ? STRANGE + Said.TOO_FEW : device;
    }

    /// A folder or file that the first words of a name are called like speaks for it the more the more words these are,
    /// and a file of its last words as well: `m_can_platform` of `m_can/`, `mtd_subpagetest` of `subpagetest.c`.
    private static double partly(String name, String place) {
        int last = name.indexOf('_') + 1;
        if (last > 1 && name.length() - last > 3 && place.endsWith("/" + name.substring(last) + ".c")) {
            return NEARLY;
        }
        for (int end = name.lastIndexOf('_'); end > 2; end = name.lastIndexOf('_', end - 1)) {
            String words = name.substring(0, end);
            if (place.contains("/" + words + "/") || (words.contains("_") && place.endsWith("/" + words + ".c"))) {
                return words.contains("_") ? NEARLY : 1;
            }
        }
        return 0;
    }

    /// The most that a site with this format can score, if all that stands around the fit is explained.
    double most(Format own, FormatMatch.Fit fit) {
        int before = Words.letters(line, 0, fit.start());
        int behind = Words.letters(line, fit.end(), line.length);
        double wrapped = Math.min(before, PREFIX) * (1 + Said.SIGN) + Math.max(0, before - PREFIX) * UNEXPLAINED;
        double tail = own.ends() ? behind * UNEXPLAINED : Math.min(behind, PREFIX) * (1 + Said.SIGN);
        return Said.atMost(own, fit.values()) + wrapped + tail + COMPLETE;
    }

    /// Examples and foreign machines are less likely than the kernel proper.
    private double place() {
        if (path.startsWith("samples/") || path.startsWith("Documentation/")) {
            return -8;
        }
        if (path.startsWith("arch/um/") || path.startsWith("arch/x86/um/")) {
            return HOSTED;
        }
        if (path.startsWith("arch/") && !path.startsWith("arch/x86/")) {
            return -0.5;
        }
        return path.startsWith("drivers/staging/") ? -0.25 : 0;
    }
}
