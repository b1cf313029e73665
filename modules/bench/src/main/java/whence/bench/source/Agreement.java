package whence.bench.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many functions ctags and this program found alike: name, file, first and last line.
///
/// @param theirs all that ctags found
/// @param alike of them, those found here too
/// @param onlyOurs found here and not by ctags
record Agreement(int theirs, int alike, int onlyOurs) {
    private static final Pattern LINE = Pattern.compile("\tline:(\\d+)");
    private static final Pattern END = Pattern.compile("\tend:(\\d+)");

    /// Compares tags written with `--fields=+ne` and what [Functions] wrote.
    static Agreement of(Path tags, Path functions) throws IOException {
        Set<String> ours = new HashSet<>();
        for (String line : Files.readAllLines(functions, StandardCharsets.ISO_8859_1)) {
            ours.add(line.replaceFirst("\\(.*\\)\t", "\t"));
        }
        Set<String> theirs = new HashSet<>();
        for (String tag : Files.readAllLines(tags, StandardCharsets.ISO_8859_1)) {
            String[] parts = tag.split("\t", 3);
            Matcher line = LINE.matcher(tag);
            Matcher end = END.matcher(tag);
            if (!tag.startsWith("!_") && line.find() && end.find()) {
                theirs.add(parts[0] + "\t" + parts[1] + "\t" + line.group(1) + "\t" + end.group(1));
            }
        }
        int all = theirs.size();
        int own = ours.size();
        theirs.retainAll(ours);
        return new Agreement(all, theirs.size(), own - theirs.size());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "agreement with ctags on name, file, line, end: %d of %d (%.2f %%); only here %d",
                alike,
                theirs,
                100.0 * alike / theirs,
                onlyOurs);
    }
}
