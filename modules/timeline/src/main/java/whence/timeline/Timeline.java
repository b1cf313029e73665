package whence.timeline;

import java.util.List;
import java.util.stream.IntStream;
import whence.evidence.Ref;

/// The events of several artifacts, merged; an immutable snapshot that indexing replaces.
///
/// First version: in order of time where the clocks are the same, artifacts one after another otherwise.
public final class Timeline {
    private final List<Events> artifacts;
    private final int[] artifactOf;
    private final int[] ordinalOf;

    private Timeline(List<Events> artifacts, int[] artifactOf, int[] ordinalOf) {
        this.artifacts = artifacts;
        this.artifactOf = artifactOf;
        this.ordinalOf = ordinalOf;
    }

    /// Artifacts one after another.
    public static Timeline of(List<Events> artifacts) {
        int total = artifacts.stream().mapToInt(Events::count).sum();
        int[] artifactOf = new int[total];
        int[] ordinalOf = new int[total];
        int at = 0;
        for (int a = 0; a < artifacts.size(); a++) {
            for (int row = 0; row < artifacts.get(a).count(); row++) {
                artifactOf[at] = a;
                ordinalOf[at++] = row;
            }
        }
        return new Timeline(List.copyOf(artifacts), artifactOf, ordinalOf);
    }

    public int size() {
        return artifactOf.length;
    }

    public List<Events> artifacts() {
        return artifacts;
    }

    /// The events that position `at` belongs to.
    public Events events(int at) {
        return artifacts.get(artifactOf[at]);
    }

    /// The row of position `at` in [#events].
    public int row(int at) {
        return ordinalOf[at];
    }

    public Ref.Event ref(int at) {
        return new Ref.Event(events(at).artifact(), row(at));
    }

    /// Position of an event, or -1.
    public int indexOf(Ref.Event event) {
        return IntStream.range(0, size())
                .filter(i ->
                        ordinalOf[i] == event.ordinal() && events(i).artifact().equals(event.artifact()))
                .findFirst()
                .orElse(-1);
    }
}
