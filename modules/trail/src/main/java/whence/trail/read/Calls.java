package whence.trail.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.Clock;
import whence.evidence.Errno;
import whence.evidence.EventKind;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.traces.strace.Call;
import whence.trail.link.SystemCall;

/// The system calls of a session, as tracers of calls saw them. Nothing is kept of a call that nobody asks for: a
/// trace may hold millions.
public final class Calls {
    /// Half of the microsecond that stamps end at, and the same again for the stop at which they are taken.
    private static final long STAMP_ERROR_NS = 1000;

    /// strace says so whenever the mode of a task is another than before.
    private static final Pattern MODE = Pattern.compile("\\[ Process PID=(\\d+) runs in (\\S+(?: bit)?) mode\\. \\]");

    private final Material material;

    public Calls(Material material) {
        this.material = material;
    }

    /// The errors as the machine numbers them.
    public Errno errors() {
        return material.errors();
    }

    /// Every call that failed, in the order of the session.
    public List<SystemCall> failed() {
        List<SystemCall> all = new ArrayList<>();
        for (Material.Part part : material.parts()) {
            Events events = part.events();
            for (int row = 0; row < events.count(); row++) {
                long errno = events.number(Fields.ERRNO, row);
                if (errno != Events.NO_NUMBER && errno > 0 && call(events, row)) {
                    all.add(of(part, row));
                }
            }
        }
        return List.copyOf(all);
    }

    /// Takes what is counted of a call.
    public interface Tally {
        /// @param errno 0 where it did not fail
        /// @param program name of the task; empty where the trace does not say
        void call(String name, int errno, String program);
    }

    /// Goes over all calls that returned.
    public void each(Tally tally) {
        for (Material.Part part : material.parts()) {
            Events events = part.events();
            for (int row = 0; row < events.count(); row++) {
                String name = call(events, row) ? events.text(Fields.CALL, row) : null;
                if (name != null) {
                    long errno = events.number(Fields.ERRNO, row);
                    String program = events.text(Fields.COMM, row);
                    tally.call(
                            name,
                            errno == Events.NO_NUMBER ? 0 : (int) Math.max(0, errno),
                            program == null ? "" : program);
                }
            }
        }
    }

    /// Whether any tracer saw any call.
    public boolean any() {
        for (Material.Part part : material.parts()) {
            Events events = part.events();
            for (int row = 0; row < events.count(); row++) {
                if (call(events, row)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Tasks of which any call was traced.
    public Set<Integer> tasks() {
        Set<Integer> all = new HashSet<>();
        for (Material.Part part : material.parts()) {
            Events events = part.events();
            for (int row = 0; row < events.count(); row++) {
                if (call(events, row)) {
                    long tid = events.number(Fields.TID, row);
                    all.add(tid == Events.NO_NUMBER ? events.pid(row) : (int) tid);
                }
            }
        }
        return all;
    }

    /// Every call of a name, failed or not.
    public List<SystemCall> named(String name) {
        List<SystemCall> all = new ArrayList<>();
        for (Material.Part part : material.parts()) {
            Events events = part.events();
            for (int row = 0; row < events.count(); row++) {
                if (call(events, row) && name.equals(events.text(Fields.CALL, row))) {
                    all.add(of(part, row));
                }
            }
        }
        return List.copyOf(all);
    }

    /// The call that begins on a line of an artifact.
    public Optional<SystemCall> at(String artifact, long line) {
        for (Material.Part part : material.parts()) {
            if (part.artifact().path().equals(artifact)) {
                Events events = part.events();
                for (int row = 0; row < events.count(); row++) {
                    if (events.span(row).line() == line && call(events, row)) {
                        return Optional.of(of(part, row));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Its arguments as strace decoded them; empty for other tracers.
    public Optional<Call> decoded(SystemCall call) {
        return material.parts().stream()
                .filter(p -> p.artifact().path().equals(call.event().artifact()))
                .findFirst()
                .filter(p -> p.reader().format().equals("strace"))
                .flatMap(p -> Call.of(p.input(), p.events(), call.event().ordinal()));
    }

    /// Whether strace noted before the call that its program runs in 32-bit mode on this 64-bit kernel.
    public boolean ofNarrowProgram(SystemCall call) {
        return material.part(call.event())
                .filter(part -> part.reader().format().equals("strace"))
                .filter(part -> narrow(part, call))
                .isPresent();
    }

    private static boolean narrow(Material.Part part, SystemCall call) {
        for (int row = call.event().ordinal() - 1; row >= 0; row--) {
            if (part.events().kind(row) == EventKind.TRACER) {
                Matcher mode = MODE.matcher(part.text(row));
                if (mode.find() && (call.tid() <= 0 || mode.group(1).equals(String.valueOf(call.tid())))) {
                    return mode.group(2).equals("32 bit");
                }
            }
        }
        return false;
    }

    private static boolean call(Events events, int row) {
        EventKind kind = events.kind(row);
        return (kind == EventKind.CALL || kind == EventKind.EXEC || kind == EventKind.FORK)
                && events.text(Fields.CALL, row) != null;
    }

    private static SystemCall of(Material.Part part, int row) {
        Events events = part.events();
        String name = events.text(Fields.CALL, row);
        String comm = events.text(Fields.COMM, row);
        long errno = events.number(Fields.ERRNO, row);
        long ret = events.number(Fields.RET, row);
        long tid = events.number(Fields.TID, row);
        long duration = events.number(Fields.DURATION_NS, row);
        Clock clock = events.timeNs(row) == Events.NO_TIME ? Clock.NONE : events.clock(row);
        return new SystemCall(
                events.span(row).toString(),
                name == null ? "" : name,
                tid == Events.NO_NUMBER ? events.pid(row) : (int) tid,
                comm == null ? "" : comm,
                errno != Events.NO_NUMBER && errno > 0 ? -errno : ret,
                new Time(clock, events.timeNs(row), STAMP_ERROR_NS),
                duration == Events.NO_NUMBER ? -1 : duration,
                events.spans(row),
                part.ref(row),
                events.errors());
    }
}
