package whence.source.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.Conversion;
import whence.source.LineMatch;
import whence.source.Site;
import whence.source.index.Image;
import whence.source.index.Lists;
import whence.source.index.Section;
import whence.source.index.Shard;
import whence.source.index.WordTable;

/// From a line of a kernel log to the statements that can have printed it. May be asked from several threads.
///
/// It gives no answer rather than a guess: what it cannot explain of a line counts against an answer.
public final class LineMatcher {
    private static final int LONGEST = 4096;
    private static final int MOST_CANDIDATES = 20_000;
    private static final int MOST_FITS = 200;
    private static final double MARGIN = 6;
    private static final int MOST_FILES = 48;

    private final Image image;
    private final Functions functions;
    private final MacroTexts macros;
    private final Wrappers wrappers;
    private final WordTable anchors;
    private final Lists statements;

    /// How the tree makes functions of a shard's rows.
    public interface Functions {
        whence.source.Function of(String path, Shard shard, int function);
    }

    public LineMatcher(Image image, Functions functions) {
        this.image = image;
        this.functions = functions;
        this.macros = new MacroTexts(image);
        this.wrappers = new Wrappers(image, macros);
        this.anchors = new WordTable(image.section(Section.ANCHORS));
        this.statements = new Lists(image.section(Section.STATEMENTS));
    }

    /// The statements that can have printed a line, as it stands in a log or as the message alone.
    public LineMatch match(String tree, String line) {
        String message = KernelText.of(line);
        if (message == null || message.isBlank()) {
            return LineMatch.none(line);
        }
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        byte[] looked = bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
        List<Explained> explained = new ArrayList<>();
        double best = 0;
        for (Fitting fitting : fitting(looked)) {
            if (fitting.most() < best - MARGIN) {
                break;
            }
            sites(fitting, looked, explained);
            best = explained.stream().mapToDouble(Explained::score).max().orElse(0);
        }
        explained.sort(Comparator.comparingDouble(Explained::score)
                .reversed()
                .thenComparing(e -> image.path(e.file()))
                .thenComparingInt(Explained::text));
        return Judgement.of(
                message, explained.stream().map(e -> site(tree, e)).toList(), Words.letters(looked, 0, looked.length));
    }

    /// The statements that print exactly so many bytes, unprintable ones among them.
    public LineMatch matchLength(String tree, int length) {
        List<Site> sites = new ArrayList<>();
        for (UnprintableTexts.Statement statement : new UnprintableTexts(image, macros, wrappers).printing(length)) {
            Format format = statement.format();
            FormatMatch.Fit fit = new FormatMatch.Fit(0, length, List.of(statement.value()));
            sites.add(site(
                    tree,
                    new Explained(statement.file(), statement.text(), format, statement.wrapping(), fit, length, "")));
        }
        String line = "[" + length + "B blob data]";
        return sites.isEmpty() ? LineMatch.none(line) : new LineMatch(line, LineMatch.Certainty.PRINTS, sites);
    }

    /// A text that fits somewhere in the line, with the most that a site of it can score.
    private record Fitting(int text, Format format, FormatMatch.Fit fit, double most) {}

    /// A site with what it explains.
    private record Explained(
            int file,
            int text,
            Format format,
            Wrapping wrapping,
            FormatMatch.Fit fit,
            double score,
            @Nullable String prefix) {}

    private List<Fitting> fitting(byte[] line) {
        List<Integer> candidates = new ArrayList<>();
        Words.each(line, 0, line.length, (hash, from, to) -> {
            int list = anchors.list(hash);
            if (list >= 0) {
                Arrays.stream(anchors.texts(list))
                        .limit(MOST_CANDIDATES - candidates.size())
                        .forEach(candidates::add);
            }
        });
        List<Fitting> fits = new ArrayList<>();
        candidates.stream().distinct().forEach(text -> {
            for (Format format : Format.of(image.texts().bytes(text)).lines()) {
                FormatMatch.Fit fit = FormatMatch.find(format, line);
                if (fit != null) {
                    fits.add(new Fitting(text, format, fit, new Score(line, "").most(format, fit)));
                    break;
                }
            }
        });
        fits.sort(Comparator.comparingDouble(Fitting::most).reversed().thenComparingInt(Fitting::text));
        return fits.size() > MOST_FITS ? fits.subList(0, MOST_FITS) : fits;
    }

    private void sites(Fitting fitting, byte[] line, List<Explained> explained) {
        int[] files = statements.of(fitting.text());
        for (int file : Arrays.copyOf(files, Math.min(files.length, MOST_FILES))) {
            Shard shard = macros.shard(file);
            for (int i = 0; i < shard.texts(); i++) {
                boolean printed = shard.textId(i) == fitting.text()
                        && shard.textCallee(i) >= 0
                        && wrappers.prints(shard.textCallee(i), shard.textArgument(i));
                if (printed) {
                    explained.add(explain(fitting, file, shard, i, line));
                }
            }
        }
    }

    private Explained explain(Fitting fitting, int file, Shard shard, int text, byte[] line) {
        String callee = image.names().text(shard.textCallee(text));
        Wrapping wrapping = wrappers.around(callee, shard.textArgument(text), file);
        Format own = new Format(
                wrappers.resolved(fitting.format().pieces(), file, 4),
                fitting.format().level(),
                fitting.format().ends());
        Format whole = wrapping.around(own);
        FormatMatch.Fit full = wrapping.plain() ? null : FormatMatch.exactly(whole, line, 0, line.length);
        Score score = new Score(line, image.path(file));
        if (full != null) {
            int before = values(wrapping.before());
            List<String> values =
                    full.values().subList(before, before + own.conversions().size());
            FormatMatch.Fit fit = new FormatMatch.Fit(0, line.length, values);
            String prefix = new String(
                    line, 0, Math.min(line.length, Math.max(0, fitting.fit().start())), StandardCharsets.UTF_8);
            return new Explained(file, text, own, wrapping, fit, score.whole(whole, full.values()), prefix);
        }
        FormatMatch.Fit fit = own.equals(fitting.format()) ? fitting.fit() : FormatMatch.find(own, line);
        if (fit == null) {
            return new Explained(file, text, fitting.format(), wrapping, fitting.fit(), -1, null);
        }
        return new Explained(
                file, text, own, wrapping, fit, score.part(own, fit, wrapping), fit.start() == 0 ? "" : null);
    }

    private static int values(List<Piece> pieces) {
        return (int) pieces.stream().filter(Piece.Value.class::isInstance).count();
    }

    private Site site(String tree, Explained explained) {
        Shard shard = macros.shard(explained.file());
        String path = image.path(explained.file());
        int function = shard.textFunction(explained.text());
        String callee = image.names().text(shard.textCallee(explained.text()));
        List<Conversion> conversions = explained.format().conversions();
        List<Site.Value> values = new ArrayList<>();
        for (int i = 0;
                i < Math.min(conversions.size(), explained.fit().values().size());
                i++) {
            values.add(
                    new Site.Value(conversions.get(i), explained.fit().values().get(i)));
        }
        return new Site(
                tree,
                path,
                shard.textLine(explained.text()),
                function < 0 ? null : functions.of(path, shard, function),
                callee,
                explained.format().text(),
                level(explained, callee),
                explained.score(),
                values,
                explained.prefix());
    }

    private static String level(Explained explained, String callee) {
        String own = explained.format().level();
        String wrapped = explained.wrapping().level();
        return !own.isEmpty() ? own : !wrapped.isEmpty() ? wrapped : Levels.ofName(callee);
    }
}
