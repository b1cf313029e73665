package whence.source.logs.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import whence.source.index.Image;
import whence.source.index.StatementSections;
import whence.source.index.facts.Shard;
import whence.source.index.table.Ints;
import whence.source.logs.format.Format;
import whence.source.logs.format.Piece;
import whence.source.logs.format.Shapes;
import whence.source.logs.format.Words;
import whence.source.logs.printer.MacroTexts;
import whence.source.logs.printer.Place;
import whence.source.logs.printer.Wrappers;
import whence.source.logs.printer.Wrapping;

/// Chooses the words by which each text is found in a line: for every line that it prints the rarest of its own; where
/// it has none, one of what macros and functions print around it; else what its values look like.
final class AnchorTable {
    private final Image image;
    private final StatementSections sections;
    private final WordCounts frequency = new WordCounts();
    private final Ints gathered = new Ints();
    private final int[] ends;
    private final BitSet bare = new BitSet();
    private final BitSet ofSeveralLines = new BitSet();

    AnchorTable(Image image, StatementSections sections) {
        this.image = image;
        this.sections = sections;
        this.ends = new int[image.texts().count()];
    }

    /// Adds the words of all texts that are stated.
    void fill(Map<Integer, Integer> formats) {
        image.texts().each((text, bytes, length) -> {
            if (sections.states(text)) {
                gather(text, Arrays.copyOf(bytes, length));
            }
            ends[text] = gathered.size();
        });
        own(gathered.toArray());
        MacroTexts macros = new MacroTexts(image);
        Wrappers wrappers = new Wrappers(image, macros, formats);
        for (int file = 0; file < image.files(); file++) {
            around(file, image.shard(file), wrappers);
        }
    }

    /// Counts the words of a text.
    private void gather(int text, byte[] bytes) {
        int[] words = AnchorWords.of(bytes);
        sections.words(text, words);
        for (int word : words) {
            frequency.add(word);
            gathered.add(word);
        }
        bare.set(text, words.length == 0 && Words.letters(bytes, 0, bytes.length) > 1);
        ofSeveralLines.set(text, words.length > 0 && severalLines(bytes));
    }

    /// Chooses among the words that each text has itself.
    private void own(int[] words) {
        int from = 0;
        for (int text = 0; text < ends.length; text++) {
            if (ofSeveralLines.get(text)) {
                eachLine(text, image.texts().bytes(text));
            } else if (ends[text] > from) {
                sections.anchor(text, rarest(words, from, ends[text]));
            }
            from = ends[text];
        }
    }

    private void eachLine(int text, byte[] bytes) {
        int from = 0;
        for (int at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] == '\n') {
                int[] words = AnchorWords.of(Arrays.copyOfRange(bytes, from, at));
                if (words.length > 0) {
                    sections.anchor(text, rarest(words, 0, words.length));
                }
                from = at + 1;
            }
        }
    }

    private static boolean severalLines(byte[] text) {
        for (int i = 0; i + 1 < text.length; i++) {
            if (text[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    private int rarest(int[] words, int from, int to) {
        int best = words[from];
        for (int i = from + 1; i < to; i++) {
            best = frequency.of(words[i]) < frequency.of(best) ? words[i] : best;
        }
        return best;
    }

    /// Texts without a word of their own, in one file.
    private void around(int file, Shard shard, Wrappers wrappers) {
        for (int i = 0; i < shard.texts(); i++) {
            int callee = shard.textCallee(i);
            if (callee < 0 || !bare.get(shard.textId(i)) || !wrappers.prints(callee, shard.textArgument(i))) {
                continue;
            }
            Place place = Place.of(file, shard.textLine(i));
            Format own = Format.of(image.texts().bytes(shard.textId(i)));
            Wrapping wrapping = wrappers.around(image.names().text(callee), shard.textArgument(i), place)
                    .getFirst();
            Format whole = wrapping.around(
                    new Format(wrappers.resolved(own.pieces(), place, Wrappers.DEPTH), own.level(), own.ends()));
            int[] words = words(whole);
            if (words.length > 0) {
                sections.anchor(shard.textId(i), rarest(words, 0, words.length));
            } else {
                for (Shapes shape : shapes(whole)) {
                    sections.anchor(shard.textId(i), shape.hash());
                }
            }
        }
    }

    private static int[] words(Format whole) {
        List<Integer> words = new ArrayList<>();
        for (Piece piece : whole.pieces()) {
            if (piece instanceof Piece.Literal literal) {
                for (int word : AnchorWords.of(literal.bytes())) {
                    words.add(word);
                }
            }
        }
        return words.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
    }

    private static boolean marks(byte[] literal) {
        int end = literal.length;
        return end >= 2 && literal[end - 1] == 'x' && literal[end - 2] == '0';
    }

    private static List<Shapes> shapes(Format whole) {
        List<Shapes> shapes = new ArrayList<>();
        for (Piece piece : whole.pieces()) {
            Shapes shape = switch (piece) {
                case Piece.Value value -> Shapes.of(value.conversion());
                case Piece.Literal literal -> marks(literal.bytes()) ? Shapes.MARKED : null;
                case Piece.Known known -> null;
                case Piece.Macro macro -> null;
            };
            if (shape != null && !shapes.contains(shape)) {
                shapes.add(shape);
            }
        }
        return shapes;
    }
}
