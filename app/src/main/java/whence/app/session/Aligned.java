package whence.app.session;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.app.model.Difference;
import whence.branches.Exit;
import whence.branches.versions.ExitChange;
import whence.branches.versions.LineRow;
import whence.branches.versions.VersionDiff;

/// The difference of two versions as the pane lays it out.
///
/// @param leftTitle label of the left tree
/// @param rightTitle label of the right tree
record Aligned(VersionDiff diff, String function, String leftTitle, String rightTitle) {

    Difference difference() {
        return new Difference(
                function,
                leftTitle,
                rightTitle,
                diff.lines().stream().map(this::row).toList(),
                summary());
    }

    private Difference.Row row(LineRow row) {
        return new Difference.Row(
                line(row.leftLine(), row.left()), line(row.rightLine(), row.right()), change(row), exits(row));
    }

    private static Difference.@Nullable Line line(int number, String text) {
        return number == 0 ? null : new Difference.Line(number, text.replace("\t", "        "));
    }

    private static Difference.Change change(LineRow row) {
        return switch (row.kind()) {
            case SAME -> Difference.Change.SAME;
            case ADDED -> Difference.Change.ADDED;
            case REMOVED -> Difference.Change.REMOVED;
            case CHANGED -> Difference.Change.CHANGED;
            case MOVED ->
                row.leftLine() == 0
                        ? Difference.Change.ADDED
                        : row.rightLine() == 0 ? Difference.Change.REMOVED : Difference.Change.CHANGED;
        };
    }

    private String exits(LineRow row) {
        return diff.exits().stream()
                .filter(change -> change.kind() != ExitChange.Kind.MOVED)
                .filter(change -> stands(change.left(), row.leftLine()) || stands(change.right(), row.rightLine()))
                .map(Aligned::say)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static boolean stands(@Nullable Exit exit, int line) {
        return exit != null && line != 0 && exit.line() == line;
    }

    private static String say(ExitChange change) {
        return Stream.of(change.right(), change.left())
                .filter(Objects::nonNull)
                .findFirst()
                .map(exit -> "exit " + change.kind().word() + ": " + String.join(" | ", exit.values()) + when(exit))
                .orElse("");
    }

    private static String when(Exit exit) {
        return Optional.ofNullable(exit.guard())
                .map(guard -> " when " + (guard.takenWhen() ? "" : "not ")
                        + guard.text().replaceAll("\\s+", " "))
                .orElse("");
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "%d lines added, %d removed, %d changed; %d exits differ",
                diff.count(LineRow.Kind.ADDED),
                diff.count(LineRow.Kind.REMOVED),
                diff.count(LineRow.Kind.CHANGED),
                diff.exits().stream()
                        .filter(c -> c.kind() != ExitChange.Kind.MOVED)
                        .count());
    }
}
