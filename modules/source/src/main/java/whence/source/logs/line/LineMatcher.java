package whence.source.logs.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.source.LineMatch;
import whence.source.Site;
import whence.source.index.Image;
import whence.source.index.facts.Shard;
import whence.source.logs.format.Format;
import whence.source.logs.format.FormatMatch;
import whence.source.logs.format.KernelText;
import whence.source.logs.format.Levels;
import whence.source.logs.format.Words;
import whence.source.logs.printer.MacroTexts;
import whence.source.logs.printer.Wrappers;
import whence.source.logs.table.UnprintableTexts;

/// From a line of a kernel log to the statements that can have printed it. May be asked from several threads.
///
/// It gives no answer rather than a guess: what it cannot explain of a line counts against an answer.
public final class LineMatcher {
    private static final int LONGEST = 4096;
    private static final double MARGIN = 6;
    private static final int FEW = 12;
    private static final int MOST_ALIKE = 3;

    private final Image image;
    private final Functions functions;
    private final MacroTexts macros;
    private final Wrappers wrappers;
    private final Candidates candidates;
    private final Explaining explaining;
    private final Resembling resembling;

    /// How the tree makes functions of a shard's rows.
    public interface Functions {
        whence.source.Function of(String path, Shard shard, int function);
    }

    /// Over an index that stays open as long as the matcher is used.
    public LineMatcher(Image image, Functions functions) {
        this.image = image;
        this.functions = functions;
        this.macros = new MacroTexts(image);
        this.wrappers = new Wrappers(image, macros);
        this.candidates = new Candidates(image);
        this.explaining = new Explaining(image, macros, wrappers);
        this.resembling = new Resembling(image, macros, wrappers);
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
        for (Candidates.Fitting fitting : candidates.fitting(looked)) {
            if (fitting.most() < best - MARGIN) {
                break;
            }
            explaining.explain(fitting, looked, explained);
            best = explained.stream().mapToDouble(Explained::score).max().orElse(0);
        }
        explained.sort(Comparator.comparingDouble(Explained::score)
                .reversed()
                .thenComparingInt(e -> -shared(e, message))
                .thenComparing(e -> image.path(e.file()))
                .thenComparingInt(Explained::text));
        if (anybodys(explained)) {
            return similar(tree, message, looked);
        }
        Set<Long> seen = new HashSet<>();
        explained.removeIf(e -> !seen.add(((long) e.file() << 32) | e.text()));
        int letters = Words.letters(looked, 0, looked.length);
        List<Site> whole = explained.stream()
                .filter(Explained::whole)
                .map(e -> site(tree, e))
                .toList();
        LineMatch match = Judgement.of(message, whole, letters);
        if (match.certainty() == LineMatch.Certainty.NONE) {
            List<Site> parts = explained.stream().map(e -> site(tree, e)).toList();
            match = Judgement.ofParts(message, parts, letters);
        }
        return match.certainty() == LineMatch.Certainty.NONE ? similar(tree, message, looked) : match;
    }

    /// Words that a statement's function shares with the driver that the line names first: of several in one file that
    /// say the same, `thunderx_ocx_probe` speaks for `thunderx_ocx_edac`.
    private int shared(Explained explained, String message) {
        Shard shard = macros.shard(explained.file());
        int function = shard.textFunction(explained.text());
        if (function < 0) {
            return 0;
        }
        int blank = message.indexOf(' ');
        List<String> named = List.of(message.substring(0, Math.max(0, blank)).split("[-_:]", -1));
        List<String> own = List.of(image.names().text(shard.name(function)).split("_", -1));
        return (int) own.stream().filter(named::contains).count();
    }

    /// What shares most words with a line that nothing prints.
    private LineMatch similar(String tree, String message, byte[] line) {
        List<Site> sites =
                resembling.to(line).stream().map(one -> site(tree, one)).toList();
        return sites.isEmpty() ? LineMatch.none(message) : new LineMatch(message, LineMatch.Certainty.SIMILAR, sites);
    }

    /// Whether hardly anything speaks for the best of them that does not speak for many others: `"%pR\n"` for a device.
    private static boolean anybodys(List<Explained> ranked) {
        if (ranked.isEmpty() || ranked.getFirst().format().literalLetters() >= FEW) {
            return false;
        }
        double best = ranked.getFirst().score();
        return ranked.stream().filter(one -> one.score() > best - 0.01).count() > MOST_ALIKE;
    }

    /// The statements that print exactly so many bytes, unprintable ones among them.
    public LineMatch matchLength(String tree, int length) {
        List<Site> sites = new ArrayList<>();
        for (UnprintableTexts.Statement statement : new UnprintableTexts(image, macros, wrappers).printing(length)) {
            Format format = statement.format();
            FormatMatch.Fit fit = new FormatMatch.Fit(0, length, List.of(statement.value()));
            sites.add(site(
                    tree,
                    new Explained(
                            statement.file(), statement.text(), format, statement.wrapping(), fit, length, "", true)));
        }
        String line = "[" + length + "B blob data]";
        return sites.isEmpty() ? LineMatch.none(line) : new LineMatch(line, LineMatch.Certainty.PRINTS, sites);
    }

    private Site site(String tree, Explained explained) {
        Shard shard = macros.shard(explained.file());
        String path = image.path(explained.file());
        int function = shard.textFunction(explained.text());
        String callee = image.names().text(shard.textCallee(explained.text()));
        List<Site.Value> values = explained.format().values(explained.fit().values());
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
