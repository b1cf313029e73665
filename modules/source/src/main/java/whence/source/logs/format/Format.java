package whence.source.logs.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.Conversion;
import whence.source.Site;
import whence.source.index.facts.FormatText;

/// A format split into what it prints as it stands and what it prints values for; without the line end at its end
/// and the level at its beginning.
///
/// @param ends whether it ends its line; what does not may be continued by other statements
public record Format(List<Piece> pieces, String level, boolean ends) {
    public Format {
        pieces = List.copyOf(pieces);
    }

    /// Reads a format as the index keeps it: escapes decoded, macros by name.
    public static Format of(byte[] text) {
        return new Parser(text).parse();
    }

    /// The format as source would write it, macros by name.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Literal literal ->
                    text.append(new String(literal.bytes(), StandardCharsets.UTF_8).replace("%", "%%"));
                case Piece.Value value -> text.append(value.conversion().text());
                case Piece.Known known -> text.append(known.conversion().text());
                case Piece.Macro macro -> text.append('<').append(macro.name()).append('>');
            }
        }
        return text.toString();
    }

    /// The same as one format for each line it prints: the log has a record for each.
    public List<Format> lines() {
        List<Format> lines = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.Literal literal)) {
                line.add(piece);
                continue;
            }
            String[] parts = new String(literal.bytes(), StandardCharsets.ISO_8859_1).split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    lines.add(new Format(line, level, true));
                    line.clear();
                }
                if (!parts[i].isEmpty()) {
                    line.add(new Piece.Literal(parts[i].getBytes(StandardCharsets.ISO_8859_1)));
                }
            }
        }
        lines.add(new Format(line, level, ends));
        lines.removeIf(format -> format.pieces().isEmpty());
        return lines;
    }

    /// Letters and digits among the literals and the texts that are known to stand for values.
    public int literalLetters() {
        int letters = 0;
        for (Piece piece : pieces) {
            letters += switch (piece) {
                case Piece.Literal literal -> Words.letters(literal.bytes(), 0, literal.bytes().length);
                case Piece.Known known -> Words.letters(known.bytes(), 0, known.bytes().length);
                case Piece.Value value -> 0;
                case Piece.Macro macro -> 0;
            };
        }
        return letters;
    }

    /// Its conversions in the order in which they take arguments.
    public List<Conversion> conversions() {
        List<Conversion> all = new ArrayList<>();
        for (Piece piece : pieces) {
            Conversion conversion = conversion(piece);
            if (conversion != null) {
                all.add(conversion);
            }
        }
        return all;
    }

    /// The conversion that a piece stands for; null where it is none.
    public static @Nullable Conversion conversion(Piece piece) {
        return switch (piece) {
            case Piece.Value value -> value.conversion();
            case Piece.Known known -> known.conversion();
            case Piece.Literal literal -> null;
            case Piece.Macro macro -> null;
        };
    }

    /// Its conversions with what each of them printed; one that prints nothing but a level is none of them.
    public List<Site.Value> values(List<String> printed) {
        List<Site.Value> values = new ArrayList<>();
        int at = 0;
        for (Piece piece : pieces) {
            Conversion conversion = conversion(piece);
            if (conversion == null || at >= printed.size()) {
                continue;
            }
            String text = printed.get(at++);
            if (!(piece instanceof Piece.Known known)) {
                values.add(new Site.Value(conversion, text));
            } else if (known.bytes().length > 0) {
                values.add(new Site.Value(conversion, text, known.origin()));
            }
        }
        return values;
    }

    private static final class Parser {
        private final byte[] text;
        private final List<Piece> pieces = new ArrayList<>();
        private final ByteArrayOutputStream literal = new ByteArrayOutputStream();
        private String level = "";
        private int at;

        Parser(byte[] text) {
            this.text = text;
        }

        Format parse() {
            int end = text.length;
            while (end > 0 && (text[end - 1] == '\n' || text[end - 1] == ' ')) {
                end--;
            }
            boolean blank = end < text.length && text[end] == ' ';
            int stop = blank && end + 1 == text.length ? text.length : end;
            handedLevel(stop);
            while (at < stop) {
                byte b = text[at];
                if (b == '%' && at + 1 < stop) {
                    conversion(stop);
                } else if (b == FormatText.MACRO) {
                    macro(stop);
                } else if (b == 0 && at + 1 < stop) {
                    level(text[at + 1]);
                } else {
                    literal.write(b);
                    at++;
                }
            }
            flush();
            return new Format(pieces, level, text.length > 0 && text[text.length - 1] == '\n');
        }

        /// `%c%c` at the beginning is a level that the statement is handed as two characters.
        private void handedLevel(int stop) {
            boolean two = stop > 5 && text[0] == '%' && text[1] == 'c' && text[2] == '%' && text[3] == 'c';
            at = two && !(text[4] == '%' && text[5] == 'c') ? 4 : 0;
        }

        /// `\001` and a digit or letter: a level written out.
        private void level(byte letter) {
            level = Levels.ofDigit((char) letter);
            at += 2;
        }

        private void macro(int stop) {
            int from = ++at;
            while (at < stop && text[at] != FormatText.MACRO_END) {
                at++;
            }
            String name = new String(text, from, at - from, StandardCharsets.UTF_8);
            at++;
            if (name.startsWith("KERN_")) {
                level = Levels.ofMacro(name);
                return;
            }
            flush();
            String conversion = InttypesMacros.conversion(name);
            int last = pieces.size() - 1;
            if (conversion != null
                    && last >= 0
                    && pieces.get(last) instanceof Piece.Value value
                    && value.conversion().text().equals("%")) {
                pieces.set(
                        last,
                        new Piece.Value(Conversions.parse(
                                ("%" + conversion).getBytes(StandardCharsets.UTF_8), 0, conversion.length() + 1)));
            } else {
                pieces.add(new Piece.Macro(name));
            }
        }

        private void conversion(int stop) {
            if (text[at + 1] == '%') {
                literal.write('%');
                at += 2;
                return;
            }
            Conversion conversion = Conversions.parse(text, at, stop);
            flush();
            pieces.add(new Piece.Value(conversion));
            at += Conversions.length(text, at, stop);
        }

        private void flush() {
            if (literal.size() > 0) {
                pieces.add(new Piece.Literal(literal.toByteArray()));
                literal.reset();
            }
        }
    }
}
