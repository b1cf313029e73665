package whence.timeline;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.Ref;

/// The events of several artifacts in order of time; an immutable snapshot that indexing replaces. Any thread.
///
/// Positions count events from 0. Where events stand is decided by a [Placement]; an event that has no place stands
/// behind its predecessor in the artifact.
public final class Timeline {
    /// No events.
    public static final Timeline EMPTY =
            new Timeline(List.of(), Placement.REALTIME, Witnesses.NONE, new int[0], new int[0], 0);

    private final List<Events> artifacts;
    private final Placement placement;
    private final Witnesses witnesses;
    /// Null where there is one artifact, in order: positions are rows then.
    private final int @Nullable [] artifactOf;

    private final int[] ordinalOf;
    private final int size;

    private Timeline(
            List<Events> artifacts,
            Placement placement,
            Witnesses witnesses,
            int @Nullable [] artifactOf,
            int[] ordinalOf,
            int size) {
        this.artifacts = artifacts;
        this.placement = placement;
        this.witnesses = witnesses;
        this.artifactOf = artifactOf;
        this.ordinalOf = ordinalOf;
        this.size = size;
    }

    /// Ordered by the stamps as they are, on the clock that most artifacts use.
    public static Timeline of(List<Events> artifacts) {
        return of(artifacts, Placement.of(commonest(artifacts)));
    }

    /// Ordered by the places that `placement` gives.
    public static Timeline of(List<Events> artifacts, Placement placement) {
        return of(artifacts, placement, Witnesses.NONE);
    }

    /// Ordered by the places that `placement` gives, each event once: what is only a further witness has no position.
    public static Timeline of(List<Events> artifacts, Placement placement, Witnesses witnesses) {
        long total = artifacts.stream().mapToLong(Events::count).sum();
        Order order = new Order(artifacts, placement);
        if (witnesses.count() == 0 && order.isIdentity()) {
            return new Timeline(List.copyOf(artifacts), placement, witnesses, null, new int[0], (int) total);
        }
        int[] artifactOf = new int[Math.toIntExact(total)];
        int[] ordinalOf = new int[artifactOf.length];
        order.fill(artifactOf, ordinalOf);
        int kept = 0;
        for (int at = 0; at < artifactOf.length; at++) {
            if (!witnesses.further(Witnesses.key(artifactOf[at], ordinalOf[at]))) {
                artifactOf[kept] = artifactOf[at];
                ordinalOf[kept++] = ordinalOf[at];
            }
        }
        boolean all = kept == artifactOf.length;
        return new Timeline(
                List.copyOf(artifacts),
                placement,
                witnesses,
                all ? artifactOf : Arrays.copyOf(artifactOf, kept),
                all ? ordinalOf : Arrays.copyOf(ordinalOf, kept),
                kept);
    }

    private static Clock commonest(List<Events> artifacts) {
        int[] used = new int[Clock.values().length];
        for (Events events : artifacts) {
            for (int row = 0; row < Math.min(events.count(), 1000); row++) {
                used[events.clock(row).ordinal()]++;
            }
        }
        used[Clock.NONE.ordinal()] = 0;
        int most = IntStream.range(0, used.length).reduce(0, (a, b) -> used[b] > used[a] ? b : a);
        return Clock.values()[most];
    }

    public int size() {
        return size;
    }

    public List<Events> artifacts() {
        return artifacts;
    }

    /// The events that position `at` belongs to.
    public Events events(int at) {
        return artifacts.get(artifact(at));
    }

    /// Index of the artifact of position `at` in [#artifacts].
    public int artifact(int at) {
        return artifactOf == null ? 0 : artifactOf[at];
    }

    /// The row of position `at` in [#events].
    public int row(int at) {
        return artifactOf == null ? at : ordinalOf[at];
    }

    public Ref.Event ref(int at) {
        return new Ref.Event(events(at).artifact(), row(at));
    }

    /// The events of other artifacts that are the same as the one at `at`, in the order of the artifacts.
    public List<Ref.Event> witnesses(int at) {
        return LongStream.of(witnesses.of(Witnesses.key(artifact(at), row(at))))
                .mapToObj(key -> new Ref.Event(artifacts.get((int) (key >>> 32)).artifact(), (int) key))
                .toList();
    }

    /// Nanoseconds on the axis at `at`; an event without a place has that of the nearest before it in its artifact,
    /// and [Long#MAX_VALUE] where its artifact has none.
    public long placeNs(int at) {
        return placeNs(artifact(at), row(at));
    }

    private long placeNs(int artifact, int ordinal) {
        Events events = artifacts.get(artifact);
        for (int row = ordinal; row >= 0; row--) {
            long place = placement.place(events, row);
            if (place != Events.NO_TIME) {
                return place;
            }
        }
        for (int row = ordinal + 1; row < events.count(); row++) {
            long place = placement.place(events, row);
            if (place != Events.NO_TIME) {
                return place;
            }
        }
        return Long.MAX_VALUE;
    }

    /// First position whose place is not before `ns`: where a window of time begins, or ends.
    public int firstAt(long ns) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (placeNs(middle) < ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Position of an event, or of the one that stands for it; -1 where there is none.
    public int indexOf(Ref.Event event) {
        int artifact = IntStream.range(0, artifacts.size())
                .filter(i -> artifacts.get(i).artifact().equals(event.artifact()))
                .findFirst()
                .orElse(-1);
        boolean known = artifact >= 0
                && event.ordinal() >= 0
                && event.ordinal() < artifacts.get(artifact).count();
        if (!known) {
            return -1;
        }
        long standing = witnesses.standingFor(Witnesses.key(artifact, event.ordinal()));
        return indexOf((int) (standing >>> 32), (int) standing);
    }

    private int indexOf(int artifact, int ordinal) {
        long place = placeNs(artifact, ordinal);
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, place, artifact, ordinal);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return -1;
    }

    private int compare(int at, long place, int artifact, int ordinal) {
        int byPlace = Long.compare(placeNs(at), place);
        int byArtifact = byPlace != 0 ? byPlace : Integer.compare(artifact(at), artifact);
        return byArtifact != 0 ? byArtifact : Integer.compare(row(at), ordinal);
    }

    /// The fields that any artifact declares, in the order of the artifacts.
    public Set<Field> fields() {
        Set<Field> fields = new LinkedHashSet<>();
        artifacts.forEach(events -> fields.addAll(events.fields()));
        return fields;
    }
}
