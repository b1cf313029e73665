package whence.traces.strace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;

/// Tells whose the lines without a pid are. To a terminal strace writes pids only while it traces more than one
/// task, so the lines of the task it started have none until another is attached, and again when it is left alone.
final class Speakers {
    private final EventsBuilder events;
    private final int filePid;
    /// Tasks that a line announced and that have not ended.
    private final Set<Integer> announced = new HashSet<>();
    /// Rows whose task is not known yet, as ranges.
    private final List<int[]> unnamed = new ArrayList<>();

    private int started = Events.NO_PID;
    private boolean startedNone;
    private boolean startedGone;
    private int last = Events.NO_PID;

    /// @param filePid pid that the file's name tells, or [Events#NO_PID]
    Speakers(EventsBuilder events, int filePid) {
        this.events = events;
        this.filePid = filePid;
    }

    /// Whose a line is that carries the pid `written`, or [Events#NO_PID].
    int of(int written) {
        if (written != Events.NO_PID) {
            last = written;
            return written;
        }
        if (filePid != Events.NO_PID) {
            return filePid;
        }
        if (started != Events.NO_PID && !startedGone) {
            return started;
        }
        boolean left = (startedNone || startedGone) && announced.size() == 1;
        return left ? announced.iterator().next() : Events.NO_PID;
    }

    /// Whether a line with the pid `written` tells who spoke before without one: a task that nothing announced.
    boolean reveals(int written) {
        return written != last
                && written != Events.NO_PID
                && started == Events.NO_PID
                && !unnamed.isEmpty()
                && !announced.contains(written);
    }

    /// Gives the rows so far their task.
    void reveal(int pid) {
        started = pid;
        for (int[] range : unnamed) {
            for (int row = range[0]; row < range[1]; row++) {
                events.repid(row, pid);
            }
        }
        unnamed.clear();
    }

    /// A row of a task that is not known.
    void unnamed(int row) {
        if (unnamed.isEmpty() || unnamed.getLast()[1] != row) {
            unnamed.add(new int[] {row, row});
        }
        unnamed.getLast()[1] = row + 1;
    }

    /// strace attached to a task; `first` if before any call.
    void attached(int pid, boolean first) {
        announced.add(pid);
        startedNone |= first;
    }

    void forked(int pid) {
        announced.add(pid);
    }

    void ended(int pid) {
        announced.remove(pid);
        startedGone |= pid == started && pid != Events.NO_PID;
    }
}
