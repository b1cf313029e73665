package whence.source.logs.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whence.source.index.Image;
import whence.source.index.Section;
import whence.source.index.facts.Shard;
import whence.source.index.table.Lists;
import whence.source.index.table.WordTable;
import whence.source.logs.format.Format;
import whence.source.logs.format.FormatMatch;
import whence.source.logs.format.Words;
import whence.source.logs.printer.MacroTexts;
import whence.source.logs.printer.Wrappers;
import whence.source.logs.printer.Wrapping;
import whence.source.logs.table.AnchorWords;
import whence.source.logs.table.StatementTable;

/// Statements whose words a line shares, in their order, although it cannot have been printed by them: messages are
/// reworded from one version to the next. A rare word says more than a common one; numbers and names say nothing.
final class Resembling {
    private static final int MOST_COMMON = 2000;
    private static final int MOST_LOOKED_AT = 24;
    private static final int MOST_SITES = 5;
    private static final int LEAST_WORDS = 3;
    private static final int LONG_WORD = 4;
    private static final double OF_THE_FORMAT = 0.6;
    private static final double OF_THE_LINE = 0.55;
    /// Words of the line that may be what a `%s` printed count less against it.
    private static final double PERHAPS_VALUE = 0.5;
    private static final int INTRODUCTION = 32;
    private static final int LEAST_TEXTS = 1000;

    private final Image image;
    private final MacroTexts macros;
    private final Wrappers wrappers;
    private final WordTable words;
    private final Lists statements;
    private final double texts;

    Resembling(Image image, MacroTexts macros, Wrappers wrappers) {
        this.image = image;
        this.macros = macros;
        this.wrappers = wrappers;
        this.words = new WordTable(image.section(Section.WORDS));
        this.statements = new Lists(image.section(Section.STATEMENTS));
        this.texts = Math.max(LEAST_TEXTS, image.texts().count());
    }

    /// A word of a line with what it is worth.
    private record Word(int hash, double worth, boolean counts) {}

    /// A text and how alike it is, from 0 to 1.
    private record Close(int text, double alike) {}

    /// The likest statements, best first; few, and none rather than a vague one.
    List<Explained> to(byte[] line) {
        List<Word> said = words(line);
        if (said.stream().filter(Word::counts).count() < LEAST_WORDS) {
            return List.of();
        }
        List<Close> close = new ArrayList<>();
        for (int text : sharing(said)) {
            double alike = alike(image.texts().bytes(text), said);
            if (alike > 0) {
                close.add(new Close(text, alike));
            }
        }
        close.sort(Comparator.comparingDouble(Close::alike).reversed().thenComparingInt(Close::text));
        List<Explained> sites = new ArrayList<>();
        for (Close one : close) {
            sites(one, sites);
        }
        return sites.size() > MOST_SITES ? sites.subList(0, MOST_SITES) : sites;
    }

    private List<Word> words(byte[] line) {
        List<Word> all = new ArrayList<>();
        int message = behindIntroduction(line);
        Words.each(line, message, line.length, (hash, from, to) -> {
            boolean digits = false;
            for (int i = from; i < to; i++) {
                digits |= line[i] >= '0' && line[i] <= '9';
            }
            if (!digits) {
                all.add(new Word(hash, worth(hash), to - from >= LONG_WORD));
            }
        });
        return all;
    }

    /// Behind the name of a subsystem or device, which is no part of a format.
    private static int behindIntroduction(byte[] line) {
        int behind = 0;
        for (int at = 2; at < Math.min(line.length, INTRODUCTION); at++) {
            behind = line[at - 1] == ' ' && line[at - 2] == ':' ? at : behind;
        }
        return behind;
    }

    private double worth(int hash) {
        int list = words.list(hash);
        return Math.log(texts / (1 + (list < 0 ? 1 : words.length(list))));
    }

    /// The texts that share most of what the line's words are worth.
    private List<Integer> sharing(List<Word> said) {
        Map<Integer, Double> shared = new HashMap<>();
        List<Word> rarest = said.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(Word::worth).reversed())
                .toList();
        int looked = 0;
        for (Word word : rarest) {
            int list = words.list(word.hash());
            int length = list < 0 ? 0 : words.length(list);
            if (length > 0 && looked + length <= MOST_COMMON) {
                looked += length;
                for (int text : words.texts(list)) {
                    shared.merge(text, word.worth(), Double::sum);
                }
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LOOKED_AT)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// How much of both a text and a line is what they share in the same order; 0 where that is too little.
    private double alike(byte[] text, List<Word> said) {
        int[] own = AnchorWords.inOrder(text);
        double whole = 0;
        for (int word : own) {
            whole += worth(word);
        }
        Common common = Common.of(own, said);
        double rest = 0;
        for (Word word : said) {
            rest += word.worth();
        }
        boolean values = StatementTable.contains(text, new byte[] {'%', 's'});
        double foreign = (rest - common.worth()) * (values ? PERHAPS_VALUE : 1);
        double ofFormat = whole == 0 ? 0 : common.worth() / whole;
        double ofLine = common.worth() == 0 ? 0 : common.worth() / (common.worth() + foreign);
        boolean enough = common.words() >= LEAST_WORDS && ofFormat >= OF_THE_FORMAT && ofLine >= OF_THE_LINE;
        return enough ? ofFormat * ofLine : 0;
    }

    /// What two sequences of words share in the same order.
    ///
    /// @param words how many long ones
    private record Common(double worth, int words) {
        static Common of(int[] own, List<Word> said) {
            Common none = new Common(0, 0);
            Common[] row = new Common[said.size() + 1];
            java.util.Arrays.fill(row, none);
            for (int word : own) {
                Common diagonal = none;
                for (int i = 1; i <= said.size(); i++) {
                    Common above = row[i];
                    Word other = said.get(i - 1);
                    if (other.hash() == word) {
                        row[i] = diagonal.with(other);
                    } else if (row[i - 1].worth > above.worth) {
                        row[i] = row[i - 1];
                    }
                    diagonal = above;
                }
            }
            return row[said.size()];
        }

        private Common with(Word word) {
            return new Common(worth + word.worth(), words + (word.counts() ? 1 : 0));
        }
    }

    private void sites(Close close, List<Explained> sites) {
        for (int file : statements.of(close.text())) {
            Shard shard = macros.shard(file);
            for (int i = 0; i < shard.texts() && sites.size() < MOST_SITES; i++) {
                boolean printed = shard.textId(i) == close.text()
                        && shard.textCallee(i) >= 0
                        && wrappers.prints(shard.textCallee(i), shard.textArgument(i));
                if (printed) {
                    Format format = Format.of(image.texts().bytes(close.text()));
                    FormatMatch.Fit fit = new FormatMatch.Fit(0, 0, List.of());
                    sites.add(new Explained(file, i, format, Wrapping.PLAIN, fit, close.alike(), null, false));
                }
            }
        }
    }
}
