package whence.traces.strace;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.strace.value.Extent;
import whence.traces.text.Ascii;
import whence.traces.text.LineCursor;
import whence.traces.text.Words;

/// What becomes known about tasks while a trace is read: who they run, who made them. The name of a task follows
/// from its last exec as the kernel sets it, the first 15 bytes of the program's file name.
final class Tasks {
    private static final Set<String> EXECS = Set.of("execve", "execveat");
    private static final Set<String> FORKS = Set.of("fork", "vfork", "clone", "clone2", "clone3");
    private static final int COMM = 15;

    private final EventsBuilder events;
    private final Speakers speakers;
    private final Words words = new Words();
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Start> begun = new HashMap<>();
    private int lastPid = Events.NO_PID;
    private @Nullable String lastName;

    /// What the first piece of an unfinished call says that its end does not.
    private record Start(@Nullable String program, boolean thread) {}

    Tasks(EventsBuilder events, Speakers speakers) {
        this.events = events;
        this.speakers = speakers;
    }

    /// The pid that `strace -ff` appends to the file name, or [Events#NO_PID].
    static int pidInName(Input input) {
        String name = input.hints().getOrDefault(Input.ORIGIN, input.artifact());
        int dot = name.lastIndexOf('.');
        boolean digits = dot >= 0 && dot + 1 < name.length() && name.length() - dot <= 8;
        for (int i = dot + 1; digits && i < name.length(); i++) {
            digits = Character.isDigit(name.charAt(i));
        }
        return digits ? Integer.parseInt(name, dot + 1, name.length(), 10) : Events.NO_PID;
    }

    void named(int pid, String comm) {
        names.put(pid, comm);
        lastPid = Events.NO_PID;
    }

    /// The task whose lines had no pid is this one.
    void reveal(int pid) {
        String name = names.remove(Events.NO_PID);
        if (name != null) {
            named(pid, name);
        }
        Start what = begun.remove(Events.NO_PID);
        if (what != null) {
            begun.put(pid, what);
        }
    }

    /// Writes the task's name on its event, where it is known.
    void mark(int row, int pid) {
        if (pid != lastPid) {
            lastPid = pid;
            lastName = names.get(pid);
        }
        if (lastName != null) {
            events.set(Fields.COMM, row, lastName);
        }
    }

    /// Remembers what the end of an unfinished call will need.
    void begin(int pid, String call, LineCursor line, int open) {
        if (EXECS.contains(call) || FORKS.contains(call)) {
            begun.put(pid, read(call, line, open));
        }
    }

    /// A call returned; `open` is where its arguments began, if they stand in this line.
    void ended(int row, int pid, String call, long value, LineCursor line, int open) {
        boolean exec = value == 0 && EXECS.contains(call);
        boolean fork = value > 0 && FORKS.contains(call);
        if (!exec && !fork) {
            return;
        }
        Start before = begun.remove(pid);
        Start what = before != null ? before : read(call, line, open);
        if (exec) {
            exec(row, pid, what);
        } else {
            fork(row, pid, (int) value, what);
        }
    }

    private void exec(int row, int pid, Start what) {
        events.rekind(row, EventKind.EXEC);
        if (what.program() != null) {
            named(pid, what.program());
            events.set(Fields.COMM, row, what.program());
        }
    }

    private void fork(int row, int pid, int child, Start what) {
        events.set(Fields.CHILD, row, child);
        speakers.forked(child);
        if (!what.thread()) {
            events.rekind(row, EventKind.FORK);
        }
        String name = names.get(pid);
        if (name != null) {
            names.putIfAbsent(child, name);
        }
    }

    private Start read(String call, LineCursor line, int open) {
        byte[] text = line.array();
        boolean thread = FORKS.contains(call) && Ascii.indexOf(text, open, line.to(), "CLONE_THREAD") >= 0;
        return new Start(EXECS.contains(call) ? program(text, open, line.to()) : null, thread);
    }

    /// The first string's file name, cut to what the kernel keeps.
    private @Nullable String program(byte[] text, int open, int to) {
        int quote = Ascii.indexOf(text, open, to, "\"");
        int close = quote < 0 ? -1 : Extent.stringEnd(text, quote, to);
        if (close < 0 || Ascii.at(text, close, to, "...")) {
            return null;
        }
        int from = Math.max(quote, Ascii.lastIndexOf(text, quote, close, "/")) + 1;
        return words.latin(text, from, Math.min(close - 1, from + COMM));
    }
}
