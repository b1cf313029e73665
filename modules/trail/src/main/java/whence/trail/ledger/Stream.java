package whence.trail.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import whence.evidence.Loss;

/// What one tracer wrote, in the order of its artifact, with the definitions of its probes and what it lost.
/// Immutable.
public final class Stream {
    private final String artifact;
    private final List<Hit> hits;
    private final List<Watcher> watchers;
    private final List<Loss> losses;
    private final @Nullable String filter;
    private final Map<String, Long> missed;
    private final Map<String, List<Hit>> byEvent = new HashMap<>();
    private final Map<Integer, List<Hit>> byTask = new HashMap<>();

    /// @param missed probe event to the hits that the kernel counted as missed (`kprobe_profile`); empty where
    /// it was
    /// not captured
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
        this.filter = filter;
        this.hits = List.copyOf(hits);
        this.watchers = List.copyOf(watchers);
        this.losses = List.copyOf(losses);
        this.missed = Map.copyOf(missed);
        for (Hit hit : this.hits) {
            byEvent.computeIfAbsent(hit.event(), e -> new ArrayList<>()).add(hit);
            byTask.computeIfAbsent(hit.tid(), t -> new ArrayList<>()).add(hit);
        }
    }

    public String artifact() {
        return artifact;
    }

    public List<Hit> hits() {
        return hits;
    }

    public List<Loss> losses() {
        return losses;
    }

    /// Hits of a probe event, in order.
    public List<Hit> of(String event) {
        return byEvent.getOrDefault(event, List.of());
    }

    /// Hits of one task, in order.
    public List<Hit> of(int tid) {
        return byTask.getOrDefault(tid, List.of());
    }

    /// The probes on a function: those defined, and those that only their hits tell of.
    public List<Watcher> on(String function) {
        List<Watcher> found = new ArrayList<>(
                watchers.stream().filter(w -> w.function().equals(function)).toList());
        for (Hit hit : hits) {
            if (hit.function().equals(function)
                    && !hit.isCallEdge()
                    && found.stream().noneMatch(w -> w.event().equals(hit.event()))) {
                found.add(new Watcher(hit.event(), function, hit.kind(), null, filter, null));
            }
        }
        return found;
    }

    /// Every function that a probe is known to stand on.
    public List<String> watched() {
        return java.util.stream.Stream.concat(
                        watchers.stream().map(Watcher::function),
                        hits.stream().filter(h -> !h.isCallEdge()).map(Hit::function))
                .distinct()
                .sorted()
                .toList();
    }

    /// How often the kernel says that this probe was missed; empty where nothing says so.
    public OptionalLong missed(String event) {
        Long count = missed.get(event);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
