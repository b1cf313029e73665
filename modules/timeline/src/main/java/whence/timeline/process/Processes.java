package whence.timeline.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.EventKind;
import whence.evidence.Grade;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.Timeline;

/// Who made whom and what each ran, put together from all artifacts of a timeline: calls that strace shows, the
/// scheduler's tracepoints, the rows of execsnoop and its like. Immutable; any thread. A question costs as
/// much as there are execs, forks and exits of that task.
///
/// Numbers of tasks are given again: what stands before the end of a task, or before another boot, tells nothing of the
/// task that has its number afterwards.
///
/// Units, containers and command lines come from what tasks wrote to the journal, from control groups in traces and
/// from the arguments of container runtimes; each names the event that says so.
public final class Processes {
    private static final Texts SILENT = new Texts() {
        @Override
        public String text(Events events, int row) {
            return "";
        }

        @Override
        public Optional<Bytes> plain(Events events) {
            return Optional.empty();
        }
    };

    /// Two tracers see one exec within so much of each other.
    private static final long ONE_EXEC_NS = 100_000_000;

    private final Timeline timeline;
    private final Facts facts;
    private final Belonging belonging;

    private Processes(Timeline timeline, Facts facts, Texts texts, Records records) {
        this.timeline = timeline;
        this.facts = facts;
        this.belonging = new Belonging(timeline, texts, records, this);
    }

    /// Goes over the timeline once.
    ///
    /// @throws whence.bytes.CancelledException where the watch was cancelled
    public static Processes of(Timeline timeline, Watch watch) {
        return of(timeline, SILENT, watch);
    }

    /// The same, for questions about containers and command lines too, which look into texts.
    public static Processes of(Timeline timeline, Texts texts, Watch watch) {
        return new Processes(timeline, Facts.of(timeline, watch), texts, Records.of(timeline, watch));
    }

    /// The systemd unit that `task` belonged to at position `at`: by its own records, or those of whoever made it.
    /// Nothing is inherited from systemd, which moves what it starts.
    public Optional<Said> unit(int task, int at) {
        return belonging.unit(task, at);
    }

    /// The container that `task` ran in, by its control group, or by the runtime that it descends from: its name, short
    /// id and image as far as they are written.
    public Optional<Said> container(int task, int at) {
        return belonging.container(task, at);
    }

    /// The program with its arguments that `task` ran: by its exec, else by a record that it wrote meanwhile.
    public Optional<Said> commandLine(int task, int at) {
        return belonging.commandLine(task, at);
    }

    /// Whether two positions are of one life of `task`: in one boot, ordered, and neither end nor start between them.
    boolean sameHolder(int task, int one, int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        return sameBoot(one, other)
                && ordered(one, other)
                && IntStream.of(facts.of(task))
                        .noneMatch(at -> at > from && ((at < to && ends(at, task)) || (at <= to && makes(at, task))));
    }

    boolean execsBetween(int task, int one, int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        return IntStream.of(facts.of(task)).anyMatch(at -> at > from && at <= to && execs(at, task));
    }

    /// The event at which `task` started the program that it runs at position `at`: its own exec, or that of whoever
    /// made it. The event's text holds the arguments.
    public Optional<Known> exec(int task, int at) {
        Set<Integer> seen = new HashSet<>();
        OptionalInt who = OptionalInt.of(task);
        int when = at;
        while (who.isPresent() && seen.add(who.getAsInt())) {
            Optional<Known> last = last(who.getAsInt(), when, at);
            if (last.isEmpty() || execs(last.get().at(), who.getAsInt())) {
                return last.map(exec -> asSeenFrom(at, exec, task));
            }
            when = last.get().at();
            who = OptionalInt.of(timeline.events(when).pid(timeline.row(when)));
        }
        return Optional.empty();
    }

    /// The same exec in the artifact that is asked from, where that shows it too.
    private Known asSeenFrom(int asked, Known exec, int task) {
        int own = timeline.artifact(asked);
        return IntStream.of(facts.of(task))
                .filter(at -> at < exec.at() && timeline.artifact(at) == own && execs(at, task))
                .filter(at -> timeline.artifact(exec.at()) != own && sameHolder(task, at, exec.at()))
                .filter(at -> timeline.placeNs(exec.at()) - timeline.placeNs(at) <= ONE_EXEC_NS)
                .mapToObj(at -> new Known(at, Grade.OBSERVED))
                .reduce((earlier, later) -> later)
                .orElse(exec);
    }

    /// Who made `task`, as far as it is known at position `at`.
    public OptionalInt parent(int task, int at) {
        int[] all = facts.of(task);
        for (int i = all.length - 1; i >= 0; i--) {
            if (all[i] < at && knowable(all[i], at) && ends(all[i], task)) {
                return OptionalInt.empty();
            }
            OptionalInt parent = knowable(all[i], at) ? parentBy(all[i], task) : OptionalInt.empty();
            if (parent.isPresent()) {
                return parent;
            }
        }
        return OptionalInt.empty();
    }

    /// `task` and its ancestors as far as they are known, itself first.
    public List<Ancestor> lineage(int task, int at) {
        List<Ancestor> lineage = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        OptionalInt who = OptionalInt.of(task);
        while (who.isPresent() && seen.add(who.getAsInt())) {
            int one = who.getAsInt();
            lineage.add(new Ancestor(one, last(one, at, at).filter(known -> execs(known.at(), one))));
            who = parent(one, at);
        }
        return List.copyOf(lineage);
    }

    /// The last event not behind `when` that made `task` or that it exec'd at.
    private Optional<Known> last(int task, int when, int asked) {
        int[] all = facts.of(task);
        for (int i = all.length - 1; i >= 0; i--) {
            if (all[i] < when && knowable(all[i], asked) && ends(all[i], task)) {
                return Optional.empty();
            }
            if (all[i] <= when && knowable(all[i], asked) && (execs(all[i], task) || makes(all[i], task))) {
                return Optional.of(new Known(all[i], joined(all[i], asked)));
            }
        }
        return only(all, task, asked);
    }

    /// Where times say nothing, the number alone does, as long as only one exec has it.
    private Optional<Known> only(int[] all, int task, int asked) {
        int[] execs = IntStream.of(all).filter(at -> execs(at, task)).toArray();
        boolean one = execs.length == 1 && !ordered(execs[0], asked) && sameBoot(execs[0], asked);
        return one ? Optional.of(new Known(execs[0], Grade.ASSUMED)) : Optional.empty();
    }

    private Grade joined(int at, int asked) {
        return timeline.artifact(at) == timeline.artifact(asked) ? Grade.OBSERVED : Grade.DERIVED;
    }

    private boolean knowable(int at, int asked) {
        return at <= asked && ordered(at, asked) && sameBoot(at, asked);
    }

    private boolean sameBoot(int at, int asked) {
        return at >= facts.bootOf(asked) && at <= facts.bootEnd(asked);
    }

    /// Whether the order of two positions means anything: artifacts that nothing places stand behind all others.
    private boolean ordered(int at, int asked) {
        boolean placed = timeline.placeNs(at) != Long.MAX_VALUE && timeline.placeNs(asked) != Long.MAX_VALUE;
        return placed || timeline.artifact(at) == timeline.artifact(asked);
    }

    /// A tool that shows failed attempts too writes their result.
    private boolean execs(int at, int task) {
        Events events = timeline.events(at);
        int row = timeline.row(at);
        long result = events.number(Fields.RET, row);
        return events.kind(row) == EventKind.EXEC
                && events.pid(row) == task
                && (result == Events.NO_NUMBER || result == 0);
    }

    private boolean makes(int at, int task) {
        return timeline.events(at).number(Fields.CHILD, timeline.row(at)) == task;
    }

    private boolean ends(int at, int task) {
        Events events = timeline.events(at);
        int row = timeline.row(at);
        return events.kind(row) == EventKind.EXIT && events.pid(row) == task;
    }

    private OptionalInt parentBy(int at, int task) {
        Events events = timeline.events(at);
        int row = timeline.row(at);
        long parent = makes(at, task) ? events.pid(row) : events.number(Fields.PPID, row);
        return parent > 0 && parent <= Integer.MAX_VALUE ? OptionalInt.of((int) parent) : OptionalInt.empty();
    }
}
