package whence.timeline.dating;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.process.Program;

/// Programs that a trace without dates shows from exec to exit, and what they logged meanwhile: records that journald
/// wrote with their pid and name have to lie between the two.
final class Lives {
    private static final int MOST = 512;

    private final OpenStamps stamps;
    private final Fitting fitting;
    private final Map<Integer, Life> lives = new TreeMap<>();
    private final List<Clue> clues = new ArrayList<>();

    /// From where to where one program ran.
    private record Life(int exec, int exit, String task) {}

    /// First and last record of one process in one artifact.
    private static final class Logged {
        final int row;
        long earliest;
        long latest;

        Logged(int row, long when) {
            this.row = row;
            this.earliest = when;
            this.latest = when;
        }

        void add(long when) {
            earliest = Math.min(earliest, when);
            latest = Math.max(latest, when);
        }
    }

    Lives(OpenStamps stamps, Fitting fitting, Texts texts) {
        this.stamps = stamps;
        this.fitting = fitting;
        Events events = stamps.events();
        Map<Integer, Integer> begun = new HashMap<>();
        for (int row = stamps.first(); row <= stamps.last() && lives.size() < MOST; row++) {
            int pid = events.pid(row);
            if (pid < 0 || !stamps.open(row)) {
                continue;
            }
            if (events.kind(row) == EventKind.EXEC && failed(events, row)) {
                continue;
            }
            if (events.kind(row) == EventKind.EXEC) {
                begun.put(pid, row);
            } else if (events.kind(row) == EventKind.EXIT && begun.containsKey(pid)) {
                int exec = begun.remove(pid);
                int exit = row;
                Program.task(texts.text(events, exec)).ifPresent(task -> lives.put(pid, new Life(exec, exit, task)));
            }
        }
    }

    private static boolean failed(Events events, int row) {
        long result = events.number(Fields.RET, row);
        return result != Events.NO_NUMBER && result != 0;
    }

    /// Whether an artifact may hold what these programs logged.
    boolean mayBeIn(Events other) {
        return !lives.isEmpty() && other.fields().contains(Fields.COMM);
    }

    /// Goes over an artifact that has dates.
    ///
    /// @param when the instants of its rows
    void look(Events other, long[] when) {
        if (!mayBeIn(other)) {
            return;
        }
        Map<Integer, Logged> logged = new TreeMap<>();
        for (int row = 0; row < when.length; row++) {
            Life life = other.kind(row) == EventKind.LOG ? lives.get(other.pid(row)) : null;
            if (life != null && when[row] != Events.NO_TIME && life.task().equals(other.text(Fields.COMM, row))) {
                long instant = when[row];
                int at = row;
                logged.computeIfAbsent(other.pid(row), pid -> new Logged(at, instant))
                        .add(instant);
            }
        }
        logged.forEach((pid, process) -> add(pid, process, other));
    }

    private void add(int pid, Logged process, Events other) {
        Life life = lives.get(pid);
        if (life == null) {
            return;
        }
        List<Dates> fits = fitting.between(life.exec(), life.exit(), process.earliest, process.latest);
        if (!fits.isEmpty()) {
            Span here = stamps.events().span(life.exec());
            clues.add(new Clue(
                    Clue.Kind.LIFE, other.artifact(), new HashSet<>(fits), List.of(here, other.span(process.row))));
        }
    }

    /// What was found so far.
    Collection<Clue> clues() {
        return clues;
    }
}
