package whence.trail.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.evidence.EventKind;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.timeline.Fields;
import whence.trail.read.Command;
import whence.trail.read.Material;

/// How the task of a call was started, where the session shows it.
///
/// @param text a sentence
/// @param grade observed where the trace of the call itself holds the exec; derived where another artifact
/// holds
/// the only exec of that task
record Started(String text, Grade grade, List<Span> evidence) {

    /// Empty where nothing shows it, or where an artifact holds several execs of that number: the number may
    /// have been
    /// given twice.
    ///
    /// @param call the event of the call; its own trace is asked first
    static Optional<Started> of(Material material, int task, Ref.Event call) {
        return material.parts().stream()
                .filter(part -> part.artifact().path().equals(call.artifact()))
                .findFirst()
                .flatMap(own -> lastBefore(own, execs(own, task), call))
                .or(() -> elsewhere(material, task));
    }

    private static Optional<Started> elsewhere(Material material, int task) {
        List<Span> spans = new ArrayList<>();
        String first = "";
        String comm = null;
        for (Material.Part part : material.parts()) {
            List<Integer> execs = execs(part, task);
            if (execs.size() > 1) {
                return Optional.empty();
            }
            for (int row : execs) {
                first = first.isEmpty() ? part.text(row) : first;
                comm = comm == null ? part.events().text(Fields.COMM, row) : comm;
                spans.add(part.span(row));
            }
        }
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(new Started(sentence(task, Command.of(first, comm)), Grade.DERIVED, List.copyOf(spans)));
    }

    private static Optional<Started> lastBefore(Material.Part part, List<Integer> execs, Ref.Event call) {
        return execs.stream()
                .filter(row -> row < call.ordinal())
                .reduce((earlier, later) -> later)
                .map(row -> new Started(
                        sentence(
                                part.events().pid(row),
                                Command.of(part.text(row), part.events().text(Fields.COMM, row))),
                        Grade.OBSERVED,
                        List.of(part.span(row))));
    }

    private static List<Integer> execs(Material.Part part, int task) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < part.events().count(); row++) {
            if (part.events().kind(row) == EventKind.EXEC && part.events().pid(row) == task) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static String sentence(int task, Command ran) {
        return "Task " + task + " ran " + ran.line().strip();
    }
}
