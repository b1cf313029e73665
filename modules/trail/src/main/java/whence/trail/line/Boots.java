package whence.trail.line;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whence.bytes.Watch;
import whence.timeline.Events;
import whence.timeline.clock.SessionClocks;
import whence.trail.lead.line.Folded;
import whence.trail.link.SystemCall;
import whence.trail.read.Material;

/// Whether lines and calls are of one boot. Stamps since boot of two boots have no order, and a trace that names no
/// boot belongs to none where the session holds several.
final class Boots {
    private final SessionClocks clocks;
    private final Map<String, Events> events = new HashMap<>();

    Boots(Material material) {
        this.clocks = material.session().clocks(Watch.NONE);
        material.parts().forEach(part -> events.put(part.artifact().path(), part.events()));
    }

    boolean one(Folded line, List<SystemCall> calls) {
        Set<String> boots = new HashSet<>();
        line.occurrences().forEach(occurrence -> boots.add(of(occurrence)));
        calls.forEach(call -> boots.add(of(call)));
        return boots.size() <= 1;
    }

    private String of(Folded.Occurrence occurrence) {
        return occurrence.witnesses().stream()
                .map(line -> clocks.boot(line.part().events(), line.row()))
                .filter(boot -> !boot.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String of(SystemCall call) {
        Events of = events.get(call.event().artifact());
        return of == null ? "" : clocks.boot(of, call.event().ordinal());
    }
}
