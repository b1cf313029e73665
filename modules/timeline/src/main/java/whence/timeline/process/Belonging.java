package whence.timeline.process;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.evidence.Grade;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.Timeline;

/// What units, containers and command lines tasks belong to, by what they themselves logged and by those they came
/// from: a child stays in its parent's control group until somebody moves it, which systemd does with its services and
/// a container runtime with what it starts.
final class Belonging {
    /// A record that is farther away is joined by the task's number alone: it may have been given again.
    private static final long LONG_NS = 600_000_000_000L;

    private final Timeline timeline;
    private final Texts texts;
    private final Records records;
    private final Processes processes;

    Belonging(Timeline timeline, Texts texts, Records records, Processes processes) {
        this.timeline = timeline;
        this.texts = texts;
        this.records = records;
        this.processes = processes;
    }

    Optional<Said> unit(int task, int at) {
        for (Ancestor one : processes.lineage(task, at)) {
            Optional<Said> own = record(one.task(), at);
            boolean movesChildren = one.task() <= 2
                    || own.filter(said -> "systemd".equals(comm(said.at()))).isPresent();
            if (one.task() != task && movesChildren) {
                return Optional.empty();
            }
            Optional<Said> unit = own.flatMap(said -> said(unit(said.at()), said.at(), said.grade()));
            if (unit.isPresent()) {
                return unit;
            }
        }
        return Optional.empty();
    }

    private @Nullable String comm(int at) {
        return timeline.events(at).text(Fields.COMM, timeline.row(at));
    }

    private @Nullable String unit(int at) {
        Events events = timeline.events(at);
        int row = timeline.row(at);
        String unit = events.text(Fields.UNIT, row);
        String cgroup = unit == null ? events.text(Fields.CGROUP, row) : null;
        if (cgroup == null) {
            return unit;
        }
        String last = cgroup.substring(cgroup.lastIndexOf('/') + 1);
        return last.endsWith(".service") || last.endsWith(".scope") ? last : null;
    }

    Optional<Said> container(int task, int at) {
        for (Ancestor one : processes.lineage(task, at)) {
            Optional<Said> cgroup = record(one.task(), at).flatMap(said -> inCgroup(said.at(), said.grade()));
            if (cgroup.isPresent()) {
                return cgroup;
            }
            Optional<Said> runtime = one.task() == task ? Optional.empty() : made(one, at);
            if (runtime.isPresent()) {
                return runtime;
            }
        }
        return Optional.empty();
    }

    private Optional<Said> inCgroup(int at, Grade grade) {
        Events events = timeline.events(at);
        int row = timeline.row(at);
        String column = events.text(Fields.CGROUP, row);
        String unit = events.text(Fields.UNIT, row);
        return Optional.ofNullable(column)
                .or(() -> Optional.ofNullable(unit))
                .flatMap(ContainerId::ofCgroup)
                .or(() -> opened(at, "_SYSTEMD_CGROUP").flatMap(ContainerId::ofCgroup))
                .map(id -> new Said(named(id), at, grade));
    }

    /// The container that an ancestor made, as its own command line says.
    private Optional<Said> made(Ancestor one, int at) {
        return one.exec()
                .map(exec -> new Said(
                        texts.text(timeline.events(exec.at()), timeline.row(exec.at())), exec.at(), exec.grade()))
                .or(() -> record(one.task(), at)
                        .flatMap(said -> said(opened(said.at(), "_CMDLINE").orElse(null), said.at(), said.grade())))
                .flatMap(said -> ContainerId.ofRuntime(said.text())
                        .map(id -> new Said(named(id), said.at(), said.grade().and(Grade.DERIVED))));
    }

    /// With its name and image, where a log driver wrote them.
    private String named(String id) {
        String brief = id.length() > Records.SHORT ? id.substring(0, Records.SHORT) : id;
        return records.container(id)
                .map(at -> {
                    String name = timeline.events(at).text(Fields.CONTAINER, timeline.row(at));
                    String image = opened(at, "IMAGE_NAME").map(of -> ", " + of).orElse("");
                    return name == null ? brief : name + " (" + brief + image + ")";
                })
                .orElse(brief);
    }

    Optional<Said> commandLine(int task, int at) {
        Optional<Said> own = processes.exec(task, at).map(exec -> {
            String text = texts.text(timeline.events(exec.at()), timeline.row(exec.at()));
            return new Said(Command.of(text, comm(exec.at())).line(), exec.at(), exec.grade());
        });
        return own.isPresent()
                ? own
                : record(task, at)
                        .filter(said -> !processes.execsBetween(task, said.at(), at))
                        .flatMap(said -> said(opened(said.at(), "_CMDLINE").orElse(null), said.at(), said.grade()));
    }

    /// The record of the task nearest to `at` that the same holder of the number wrote, the earlier one first; the text
    /// is of no account.
    private Optional<Said> record(int task, int at) {
        for (boolean behind : new boolean[] {false, true}) {
            int near = records.near(task, at, behind);
            if (near >= 0 && processes.sameHolder(task, near, at)) {
                long apart = Math.abs(timeline.placeNs(near) - timeline.placeNs(at));
                return Optional.of(new Said("", near, apart <= LONG_NS ? Grade.DERIVED : Grade.ASSUMED));
            }
        }
        return Optional.empty();
    }

    private static Optional<Said> said(@Nullable String text, int at, Grade grade) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(new Said(text, at, grade));
    }

    private Optional<String> opened(int at, String name) {
        return find(texts.detail(timeline.events(at), timeline.row(at)), name);
    }

    private static Optional<String> find(Detail detail, String name) {
        return detail.name().equals(name)
                ? Optional.of(detail.value())
                : detail.children().stream()
                        .flatMap(child -> find(child, name).stream())
                        .findFirst();
    }
}
