package whence.trail.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import whence.bytes.Watch;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.timeline.Timeline;
import whence.timeline.process.Processes;
import whence.timeline.process.Said;
import whence.trail.read.Material;

/// How the task of a call was started, by whom, and in which container and unit, where the session shows it.
///
/// @param text a sentence without its full stop; what only a task's number says is called assumed in it
/// @param grade observed where the trace of the call itself holds the exec; derived else
record Started(String text, Grade grade, List<Span> evidence) {

    /// Empty where nothing shows it.
    static Optional<Started> of(Material material, int task, Ref.Event call) {
        Timeline timeline = material.session().timeline(Watch.NONE);
        int at = timeline.indexOf(call);
        return at < 0 || task <= 0 ? Optional.empty() : new Telling(material, timeline, task, at).told();
    }

    /// Puts the sentence together.
    private static final class Telling {
        private final Material material;
        private final Timeline timeline;
        private final Processes processes;
        private final int task;
        private final int at;
        private final List<Span> evidence = new ArrayList<>();
        private Grade grade = Grade.OBSERVED;

        Telling(Material material, Timeline timeline, int task, int at) {
            this.material = material;
            this.timeline = timeline;
            this.processes = material.processes(Watch.NONE);
            this.task = task;
            this.at = at;
        }

        Optional<Started> told() {
            String ran = processes
                    .commandLine(task, at)
                    .map(said -> " ran " + said(said))
                    .orElse("");
            OptionalInt parent = processes.parent(task, at);
            String by = parent.isPresent() ? by(parent.getAsInt(), ran.isEmpty()) : "";
            String in = processes
                    .container(task, at)
                    .map(said -> ", in container " + said(said))
                    .orElse("");
            String of = processes
                    .unit(task, at)
                    .map(said -> ", of unit " + said(said))
                    .orElse("");
            String all = ran + by + in + of;
            return all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Started("Task " + task + all, grade, List.copyOf(evidence)));
        }

        /// The task that made it, where more is known of that one than its number.
        private String by(int parent, boolean alone) {
            String name = processes
                    .commandLine(parent, at)
                    .map(said -> said(said) + " (task " + parent + ")")
                    .orElse("");
            String started = alone ? " was started by " : ", started by ";
            return name.isEmpty() ? "" : started + name;
        }

        private String said(Said said) {
            Ref.Event event = timeline.ref(said.at());
            material.part(event).map(part -> part.span(event.ordinal())).ifPresent(span -> {
                if (!evidence.contains(span)) {
                    evidence.add(span);
                }
            });
            boolean assumed = said.grade() == Grade.ASSUMED;
            grade = assumed ? grade.and(Grade.DERIVED) : grade.and(said.grade());
            return said.text().strip() + (assumed ? " (assumed: only its number says so)" : "");
        }
    }
}
