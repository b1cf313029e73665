package whence.trail.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import whence.bytes.Lines;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.traces.TraceFields;
import whence.traces.ftrace.Hit;
import whence.traces.ftrace.Place;
import whence.traces.ftrace.ProbeDefinition;
import whence.trail.ledger.Stream;
import whence.trail.ledger.Watcher;

/// The probe hits of a session as streams, one for each trace, with the definitions and counts captured beside
/// it.
public final class Streams {
    private final Map<String, Defined> definitions = new HashMap<>();
    private final Map<String, Long> missed = new HashMap<>();

    private Streams() {}

    /// A definition and where it stands.
    private record Defined(ProbeDefinition probe, Span span) {}

    public static List<Stream> of(Material material) {
        Streams streams = new Streams();
        material.of("kprobe_events").forEach(streams::define);
        material.of("kprobe_profile").forEach(streams::count);
        return material.of("ftrace").stream()
                .map(streams::stream)
                .filter(s -> !s.hits().isEmpty())
                .toList();
    }

    private void define(Material.Part part) {
        Lines lines = new Lines(part.input().bytes());
        while (lines.next()) {
            Span span = new Span(part.artifact().path(), lines.number(), lines.start(), lines.length());
            ProbeDefinition.parse(lines.text())
                    .ifPresent(d -> definitions.putIfAbsent(d.event(), new Defined(d, span)));
        }
    }

    private void count(Material.Part part) {
        Events events = part.events();
        for (int row = 0; row < events.count(); row++) {
            String event = events.text(Fields.PROBE, row);
            long misses = events.number(TraceFields.MISSES, row);
            if (event != null && misses != Events.NO_NUMBER) {
                missed.merge(event, misses, Math::max);
            }
        }
    }

    private Stream stream(Material.Part part) {
        List<whence.trail.ledger.Hit> hits = new ArrayList<>();
        Events events = part.events();
        boolean probed = false;
        for (int row = 0; row < events.count(); row++) {
            EventKind kind = events.kind(row);
            if (kind != EventKind.PROBE && kind != EventKind.RETURN) {
                continue;
            }
            Optional<whence.trail.ledger.Hit> edge = CallEdge.of(part, row);
            Optional<Hit> hit = edge.isPresent() ? Optional.empty() : Hit.of(part.input(), events, row);
            edge.ifPresent(hits::add);
            if (hit.isPresent()) {
                hits.add(hit(part, row, hit.get()));
                probed = true;
            }
        }
        String filter = part.artifact().facts().get("filter");
        return new Stream(
                part.artifact().path(), probed ? hits : List.of(), watchers(filter), events.losses(), missed, filter);
    }

    /// @param filter that the manifest gives for the trace; null where it says nothing
    private List<Watcher> watchers(@Nullable String filter) {
        List<Watcher> watchers = new ArrayList<>();
        for (Defined defined : definitions.values()) {
            String symbol = defined.probe.symbol();
            if (symbol != null && defined.probe.offset() == 0) {
                watchers.add(new Watcher(
                        defined.probe.event(),
                        symbol,
                        defined.probe.isReturn()
                                ? whence.trail.ledger.Hit.Kind.RETURN
                                : whence.trail.ledger.Hit.Kind.ENTRY,
                        null,
                        filter,
                        defined.span));
            }
        }
        watchers.sort(java.util.Comparator.comparing(Watcher::event));
        return watchers;
    }

    private whence.trail.ledger.Hit hit(Material.Part part, int row, Hit hit) {
        Events events = part.events();
        String comm = events.text(Fields.COMM, row);
        return new whence.trail.ledger.Hit(
                row,
                events.pid(row),
                comm == null ? "" : comm,
                hit.event(),
                hit.function(),
                hit.isReturn() ? whence.trail.ledger.Hit.Kind.RETURN : whence.trail.ledger.Hit.Kind.ENTRY,
                hit.caller().map(Place::function).orElse(null),
                hit.isReturn() ? value(hit) : null,
                hit.fetched(),
                new Time(events.clock(row), events.timeNs(row), 500),
                part.span(row));
    }

    /// What was returned: the argument that the definition fetched from `$retval`; without the definition the only
    /// one, or the one named `ret`.
    private @Nullable Long value(Hit hit) {
        Defined defined = definitions.get(hit.event());
        String name = null;
        if (defined != null) {
            name = defined.probe.fetched().entrySet().stream()
                    .filter(f -> f.getValue().startsWith("$retval"))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        } else if (hit.fetched().containsKey("ret")) {
            name = "ret";
        } else if (hit.fetched().size() == 1) {
            name = hit.fetched().keySet().iterator().next();
        }
        OptionalLong number = name == null ? OptionalLong.empty() : hit.number(name);
        return number.isPresent() ? signed(number.getAsLong()) : null;
    }

    /// A negative errno fetched as 32 unsigned bits is meant negative: no such number is a count or an address.
    static long signed(long value) {
        return value >= 0xfffff001L && value <= 0xffffffffL ? (int) value : value;
    }
}
