package whence.cli.command.input;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.Loss;
import whence.source.LineMatch;
import whence.source.LineMatch.Certainty;
import whence.source.Site;
import whence.source.SourceTree;

/// The source trees that a command was given, asked as one; every answer names its tree.
public final class SourceTrees implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SourceTrees.class.getName());
    /// What journalctl prints instead of a message that is not printable.
    private static final Pattern BLOB = Pattern.compile("\\[(\\d{1,9})B blob data\\]\\s*$");

    private final Map<String, SourceTree> trees = new LinkedHashMap<>();

    /// Opens them in their order.
    ///
    /// @param places each a place, or `LABEL=PLACE`
    public static SourceTrees open(List<String> places, Common common, Streams streams) {
        SourceTrees opened = new SourceTrees();
        try {
            for (String each : places) {
                String label = label(each);
                if (opened.trees.containsKey(label)) {
                    throw new InputException(ExitStatus.USAGE, "two sources are called " + label);
                }
                String place = label.equals(each) ? each : each.substring(label.length() + 1);
                opened.trees.put(label, TreeInput.open(label, place, common, streams));
            }
            return opened;
        } catch (RuntimeException stopped) {
            opened.close();
            throw stopped;
        }
    }

    /// What stands before the first `=`; a place that exists as it is written has no label but itself.
    private static String label(String written) {
        int equals = written.indexOf('=');
        boolean labelled = equals > 0 && written.lastIndexOf('/', equals) < 0;
        return labelled && !exists(written) ? written.substring(0, equals) : written;
    }

    private static boolean exists(String place) {
        try {
            return Files.exists(Path.of(place));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    /// The statements of all trees that print a line; where none does, those that are similar.
    public LineMatch match(String line) {
        List<LineMatch> answers =
                trees.values().stream().map(tree -> match(tree, line)).toList();
        Optional<Certainty> best = answers.stream().map(LineMatch::certainty).min(Certainty::compareTo);
        List<Site> sites = new ArrayList<>();
        answers.stream()
                .filter(answer -> best.filter(answer.certainty()::equals).isPresent())
                .forEach(answer -> sites.addAll(answer.sites()));
        return new LineMatch(answers.getFirst().line(), best.orElse(Certainty.NONE), sites);
    }

    private static LineMatch match(SourceTree tree, String line) {
        Matcher blob = BLOB.matcher(line);
        return blob.find() ? tree.matchLength(Integer.parseInt(blob.group(1))) : tree.match(line);
    }

    /// The tree that a site stands in.
    public SourceTree of(Site site) {
        return trees.values().stream()
                .filter(tree -> tree.label().equals(site.tree()))
                .findFirst()
                .orElseThrow();
    }

    /// Whether answers have to name their tree.
    public boolean several() {
        return trees.size() > 1;
    }

    /// What could not be read of any of them.
    public List<Loss> losses() {
        return trees.values().stream().flatMap(tree -> tree.losses().stream()).toList();
    }

    @Override
    public void close() {
        for (SourceTree tree : trees.values()) {
            try {
                tree.close();
            } catch (IOException failure) {
                LOG.log(Level.DEBUG, "a source tree does not close", failure);
            }
        }
    }
}
