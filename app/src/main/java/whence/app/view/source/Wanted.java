package whence.app.view.source;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.app.model.Capture;
import whence.app.model.Definition;
import whence.app.model.SourceText;
import whence.evidence.Ref;

/// What somebody who types into the source pane's field means. Off the JavaFX thread: a whole kernel may have to be
/// looked through.
final class Wanted {
    private static final Pattern LINE = Pattern.compile("[0-9]{1,7}");
    private static final Pattern PLACE = Pattern.compile("([^\\s:]+\\.[chS])(?::([0-9]{1,7}))?(?::.*)?");

    private Wanted() {}

    /// @param now the file that is shown
    static Optional<Ref> find(String wanted, Capture capture, @Nullable SourceText now) {
        if (now != null && LINE.matcher(wanted).matches()) {
            return Optional.of(new Ref.Source(now.tree(), now.file(), Integer.parseInt(wanted)));
        }
        Matcher place = PLACE.matcher(wanted);
        return place.matches()
                ? file(place.group(1), place.group(2), capture)
                : capture.definition(wanted)
                        .or(() -> capture.functions(wanted, 1).stream()
                                .map(Definition::at)
                                .findFirst())
                        .map(at -> at);
    }

    // The whole path before the end of one, and of several ends the shortest path.
    private static Optional<Ref> file(String path, @Nullable String line, Capture capture) {
        int number = line == null ? 1 : Math.max(1, Integer.parseInt(line));
        return capture.trees().stream()
                .flatMap(tree -> capture.files(tree).stream()
                        .filter(file -> file.equals(path) || file.endsWith("/" + path))
                        .min(Comparator.comparingInt(String::length))
                        .map(file -> (Ref) new Ref.Source(tree, file, number))
                        .stream())
                .findFirst();
    }
}
