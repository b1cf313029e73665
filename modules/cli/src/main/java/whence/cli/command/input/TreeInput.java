package whence.cli.command.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.bytes.Reason;
import whence.bytes.Watch;
import whence.source.Function;
import whence.source.SourceTree;

/// Opens source trees that a command names, and finds functions in them.
public final class TreeInput {
    private TreeInput() {}

    /// @param place a file, a directory, a source archive, or `REPOSITORY@REVISION`
    public static SourceTree open(String place, Common common, Streams streams) {
        return open(place, place, common, streams);
    }

    /// @param label that answers name it by
    public static SourceTree open(String label, String place, Common common, Streams streams) {
        String name = place.substring(place.lastIndexOf('/', place.length() - 2) + 1);
        return open(label, place, common.watch(streams, "indexing " + name));
    }

    private static SourceTree open(String label, String place, Watch watch) {
        try {
            return SourceTree.open(label, place, watch);
        } catch (NoSuchFileException | FileNotFoundException missing) {
            throw new InputException(ExitStatus.MISSING, "there is no " + place);
        } catch (IOException failure) {
            throw new InputException(
                    ExitStatus.UNREADABLE, "the source " + place + " cannot be read: " + Reason.of(failure));
        }
    }

    /// The definition that a name means; the others are named on standard error.
    ///
    /// @param file path in the tree that decides between several; null where the first is good
    public static Function function(
            SourceTree tree, String name, @Nullable String file, Common common, Streams streams) {
        List<Function> found = tree.function(name).stream()
                .filter(function -> file == null || function.path().endsWith(file))
                .toList();
        if (found.isEmpty()) {
            throw new InputException(ExitStatus.USAGE, "no function " + name + " in " + tree.label());
        }
        if (found.size() > 1) {
            String others = found.stream()
                    .skip(1)
                    .map(function -> function.path() + ":" + function.line())
                    .collect(Collectors.joining(", "));
            common.warn(streams, name + " is also defined at " + others + " (--file PATH takes one of them)");
        }
        return found.getFirst();
    }
}
