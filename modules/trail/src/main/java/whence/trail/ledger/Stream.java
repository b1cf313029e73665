package whence.trail.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import whence.evidence.Loss;

/// What one tracer wrote, in the order of its artifact, with the definitions of its probes and what it lost.
/// Immutable.
public final class Stream {
    private final String artifact;
    private final List<Hit> hits;
    private final List<Watcher> watchers;
    private final List<Loss> losses;
    private final Map<String, Long> missed;
    private final Map<String, List<Watcher>> byFunction = new TreeMap<>();
    private final Map<Placed, List<Hit>> byPlace = new HashMap<>();
    private final Map<Integer, List<Hit>> byTask = new HashMap<>();

    /// @param missed probe event to the hits that the kernel counted as missed (`kprobe_profile`); empty where it
    /// was not captured
    public Stream(
            String artifact, List<Hit> hits, List<Watcher> watchers, List<Loss> losses, Map<String, Long> missed) {
        this(artifact, hits, watchers, losses, missed, null);
    }

    /// @param filter that all of its probes had, as far as no definition says otherwise; null where none is
    /// known
    public Stream(
            String artifact,
            List<Hit> hits,
            List<Watcher> watchers,
            List<Loss> losses,
            Map<String, Long> missed,
            @Nullable String filter) {
        this.artifact = artifact;
        this.hits = List.copyOf(hits);
        this.watchers = List.copyOf(watchers);
        this.losses = List.copyOf(losses);
        this.missed = Map.copyOf(missed);
        this.watchers.forEach(this::watch);
        for (Hit hit : this.hits) {
            Placed placed = new Placed(hit.event(), hit.function());
            if (!hit.isCallEdge() && !byPlace.containsKey(placed)) {
                told(hit, filter);
            }
            byPlace.computeIfAbsent(placed, e -> new ArrayList<>()).add(hit);
            byTask.computeIfAbsent(hit.tid(), t -> new ArrayList<>()).add(hit);
        }
    }

    /// A probe event and the function it stood on then: a definition can be replaced while a trace is taken.
    private record Placed(String event, String function) {}

    public String artifact() {
        return artifact;
    }

    public List<Hit> hits() {
        return hits;
    }

    public List<Loss> losses() {
        return losses;
    }

    /// Hits of a probe, in order.
    public List<Hit> of(Watcher watcher) {
        return byPlace.getOrDefault(new Placed(watcher.event(), watcher.function()), List.of());
    }

    /// Hits of one task, in order.
    public List<Hit> of(int tid) {
        return byTask.getOrDefault(tid, List.of());
    }

    /// Hits of one task whose ordinals lie between two, the second not among them.
    List<Hit> of(int tid, int from, int to) {
        List<Hit> all = of(tid);
        return all.subList(place(all, from), place(all, to));
    }

    private static int place(List<Hit> hits, int ordinal) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.get(middle).ordinal() < ordinal) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The probes on a function: those defined, and those that only their hits tell of.
    public List<Watcher> on(String function) {
        return byFunction.getOrDefault(function, List.of());
    }

    /// Every function that a probe is known to stand on.
    public List<String> watched() {
        return List.copyOf(byFunction.keySet());
    }

    private void watch(Watcher watcher) {
        byFunction.computeIfAbsent(watcher.function(), f -> new ArrayList<>()).add(watcher);
    }

    private void told(Hit hit, @Nullable String filter) {
        if (on(hit.function()).stream().noneMatch(w -> w.event().equals(hit.event()))) {
            watch(new Watcher(hit.event(), hit.function(), hit.kind(), null, filter, null));
        }
    }

    /// How often the kernel says that this probe was missed; empty where nothing says so.
    public OptionalLong missed(String event) {
        Long count = missed.get(event);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
