package whence.source.logs.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import whence.source.index.Image;
import whence.source.index.Section;
import whence.source.index.table.WordTable;
import whence.source.logs.format.Format;
import whence.source.logs.format.FormatMatch;
import whence.source.logs.format.Shapes;
import whence.source.logs.format.Words;

/// Finds the texts that fit somewhere in a line, by the words it has.
final class Candidates {
    private static final int MOST_CANDIDATES = 20_000;
    private static final int MOST_FITS = 200;

    private final Image image;
    private final WordTable anchors;

    Candidates(Image image) {
        this.image = image;
        this.anchors = new WordTable(image.section(Section.ANCHORS));
    }

    /// A text that fits somewhere in the line, with the most that a site of it can score.
    record Fitting(int text, Format format, FormatMatch.Fit fit, double most) {}

    /// Those that can explain most of the line first.
    List<Fitting> fitting(byte[] line) {
        List<Integer> candidates = new ArrayList<>();
        Words.each(line, 0, line.length, (hash, from, to) -> add(hash, candidates));
        String text = new String(line, StandardCharsets.ISO_8859_1);
        for (Shapes shape : Shapes.values()) {
            if (shape.in(text)) {
                add(shape.hash(), candidates);
            }
        }
        List<Fitting> fits = new ArrayList<>();
        candidates.stream().distinct().forEach(one -> fit(one, line, fits));
        fits.sort(Comparator.comparingDouble(Fitting::most).reversed().thenComparingInt(Fitting::text));
        return fits.size() > MOST_FITS ? fits.subList(0, MOST_FITS) : fits;
    }

    private void add(int hash, List<Integer> candidates) {
        int list = anchors.list(hash);
        if (list >= 0) {
            Arrays.stream(anchors.texts(list))
                    .limit(MOST_CANDIDATES - candidates.size())
                    .forEach(candidates::add);
        }
    }

    private void fit(int text, byte[] line, List<Fitting> fits) {
        byte[] bytes = image.texts().bytes(text);
        for (Format format : Overlap.possible(bytes, line) ? Format.of(bytes).lines() : List.<Format>of()) {
            FormatMatch.Fit fit = FormatMatch.find(format, line);
            if (fit != null) {
                fits.add(new Fitting(text, format, fit, new Score(line, "").most(format, fit)));
                return;
            }
        }
    }
}
