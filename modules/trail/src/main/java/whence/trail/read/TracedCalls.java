package whence.trail.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.trail.link.SystemCall;

/// System calls with both ends timed on a clock since boot, put together from tracepoints; and the same calls as
/// other tracers saw them, joined by task, name and result.
public final class TracedCalls {
    private TracedCalls() {}

    /// One call and everything that witnesses it.
    ///
    /// @param timed the record whose clock is used
    /// @param others the same call in other traces
    public record Witnessed(SystemCall timed, List<SystemCall> others) {
        public Witnessed {
            others = List.copyOf(others);
        }

        public List<Span> spans() {
            List<Span> spans = new ArrayList<>(timed.spans());
            others.forEach(o -> spans.addAll(o.spans()));
            return spans;
        }

        /// The record with decoded arguments, where there is one.
        public SystemCall decoded() {
            return others.isEmpty() ? timed : others.getFirst();
        }
    }

    /// All calls of these names that tracepoints saw enter and return, in order of their beginnings.
    public static List<Witnessed> of(Material material, Set<String> names) {
        List<SystemCall> timed = new ArrayList<>();
        material.parts().forEach(p -> pair(p, names::contains, timed));
        timed.sort(java.util.Comparator.comparingLong(c -> c.enter().ns()));
        Map<String, List<SystemCall>> others = new HashMap<>();
        for (String name : names) {
            new Calls(material)
                    .named(name)
                    .forEach(c -> others.computeIfAbsent(key(c), k -> new ArrayList<>())
                            .add(c));
        }
        Map<String, Integer> counts = new HashMap<>();
        timed.forEach(c -> counts.merge(key(c), 1, Integer::sum));
        return timed.stream().map(c -> witnessed(c, others, counts)).toList();
    }

    /// All calls that tracepoints saw enter and return, in order of their beginnings.
    public static List<SystemCall> all(Material material) {
        List<SystemCall> timed = new ArrayList<>();
        material.parts().forEach(p -> pair(p, name -> true, timed));
        timed.sort(java.util.Comparator.comparingLong(c -> c.enter().ns()));
        return List.copyOf(timed);
    }

    /// Joined where both sides hold as many calls of this task, name and result: then their order tells them apart,
    /// and one is one.
    private static Witnessed witnessed(
            SystemCall call, Map<String, List<SystemCall>> others, Map<String, Integer> counts) {
        List<SystemCall> same = others.getOrDefault(key(call), List.of());
        boolean one = same.size() == 1 && counts.getOrDefault(key(call), 0) == 1;
        return new Witnessed(call, one ? same : List.of());
    }

    private static String key(SystemCall call) {
        return call.tid() + " " + call.name() + " " + call.result();
    }

    private static void pair(Material.Part part, Predicate<String> names, List<SystemCall> calls) {
        Events events = part.events();
        Map<String, Integer> open = new LinkedHashMap<>();
        for (int row = 0; row < events.count(); row++) {
            String name = events.text(Fields.CALL, row);
            if (events.kind(row) == EventKind.TRACEPOINT && name != null && names.test(name)) {
                String key = tid(events, row) + " " + name;
                if (events.number(Fields.RET, row) == Events.NO_NUMBER) {
                    open.put(key, row);
                } else {
                    Integer enter = open.remove(key);
                    if (enter != null) {
                        calls.add(call(part, enter, row, name));
                    }
                }
            }
        }
    }

    private static int tid(Events events, int row) {
        long tid = events.number(Fields.TID, row);
        return tid == Events.NO_NUMBER ? events.pid(row) : (int) tid;
    }

    private static SystemCall call(Material.Part part, int enter, int leave, String name) {
        Events events = part.events();
        String comm = events.text(Fields.COMM, enter);
        return new SystemCall(
                events.span(enter).toString(),
                name,
                tid(events, enter),
                comm == null ? "" : comm,
                events.number(Fields.RET, leave),
                new Time(events.clock(enter), events.timeNs(enter), 500),
                events.timeNs(leave) - events.timeNs(enter),
                List.of(part.span(enter), part.span(leave)),
                part.ref(enter),
                events.errors());
    }
}
