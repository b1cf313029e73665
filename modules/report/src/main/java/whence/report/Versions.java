package whence.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.branches.Exit;
import whence.branches.JudgedExit;
import whence.branches.versions.LineRow;
import whence.branches.versions.VersionDiff;
import whence.report.document.Document;
import whence.report.document.Document.Mark;
import whence.session.LabelledSource;
import whence.session.Session;
import whence.source.Function;
import whence.trail.Trail;
import whence.trail.Verdict;

/// The function a verdict is about, beside the same function in the other sources of the session.
final class Versions {
    private Versions() {}

    /// One pair for each other source that has the function; only of trails whose verdict is about a branch.
    static List<Document.SideBySide> of(Session session, List<Trail> trails) {
        List<Document.SideBySide> pairs = new ArrayList<>();
        for (Trail trail : trails) {
            for (Verdict other : trail.otherSources()) {
                pair(session, trail.verdict(), other).ifPresent(pairs::add);
            }
        }
        return pairs.stream().distinct().toList();
    }

    private static Optional<Document.SideBySide> pair(Session session, Verdict verdict, Verdict other) {
        Optional<LabelledSource> right = source(session, verdict.source());
        Optional<LabelledSource> left = source(session, other.source());
        Optional<String> name = verdict.exits().stream()
                .filter(exit -> exit.state() == JudgedExit.State.SURVIVES)
                .map(JudgedExit::exit)
                .map(Exit::function)
                .findFirst();
        if (right.isEmpty() || left.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        List<Function> rightFunctions = right.get().tree().function(name.get());
        List<Function> leftFunctions = left.get().tree().function(name.get());
        if (rightFunctions.isEmpty() || leftFunctions.isEmpty()) {
            return Optional.empty();
        }
        VersionDiff diff = VersionDiff.of(
                left.get().tree(), leftFunctions.getFirst(), right.get().tree(), rightFunctions.getFirst());
        return Optional.of(new Document.SideBySide(
                name.get() + " in " + left.get().label(),
                name.get() + " in " + right.get().label(),
                diff.lines().stream().map(Versions::row).toList()));
    }

    private static Optional<LabelledSource> source(Session session, @Nullable String label) {
        return session.sources().stream()
                .filter(source -> source.label().equals(label))
                .findFirst();
    }

    private static Document.Pair row(LineRow row) {
        Mark mark = switch (row.kind()) {
            case SAME -> Mark.PLAIN;
            case ADDED -> Mark.ADDED;
            case REMOVED -> Mark.REMOVED;
            case CHANGED -> Mark.CHANGED;
            case MOVED -> row.leftLine() == 0 ? Mark.ADDED : Mark.REMOVED;
        };
        return new Document.Pair(mark, row.leftLine(), row.left(), row.rightLine(), row.right());
    }
}
