package whence.trail.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.trail.Choices;
import whence.trail.Step;
import whence.trail.link.SystemCall;
import whence.trail.read.TracedCalls.Witnessed;

/// Which call printed which occurrence of a line, and how that is known.
///
/// @param occurrences how many there are
/// @param printed calls by the number of their occurrence, from 0
/// @param looked every call that was looked at, the ones that printed nothing too
/// @param grade derived where the trace saw every task; assumed where a call that nobody traced may have printed it
/// @param why a sentence
/// @param evidence what the clocks are joined by
record Joined(
        int occurrences,
        Map<Integer, Witnessed> printed,
        List<Witnessed> looked,
        Grade grade,
        String why,
        List<Span> evidence) {
    Joined {
        looked = List.copyOf(looked);
        evidence = List.copyOf(evidence);
    }

    /// The call to go on with: the user's choice, else the first.
    Witnessed chosen(Choices choices) {
        return printed.values().stream()
                .filter(call -> choices.candidates().contains(id(call)))
                .findFirst()
                .orElse(printed.values().iterator().next());
    }

    Step step(Choices choices) {
        List<Step.Candidate> candidates = new ArrayList<>();
        printed.forEach(
                (i, call) -> candidates.add(candidate(call, "it printed occurrence " + (i + 1) + " of the line")));
        List<Witnessed> others =
                looked.stream().filter(call -> !printed.containsValue(call)).toList();
        others.forEach(call -> candidates.add(candidate(call, "no occurrence of the line belongs to it")));
        List<Span> spans = new ArrayList<>(evidence);
        printed.values().forEach(call -> spans.addAll(call.spans()));
        String silent = others.isEmpty() ? "" : " No line belongs to " + named(others) + ".";
        return new Step(
                Step.Kind.CALL,
                title() + ": " + named(List.copyOf(printed.values())),
                why + silent,
                grade,
                spans,
                id(chosen(choices)),
                candidates,
                chosen(choices).timed().event());
    }

    private String title() {
        if (printed.size() < occurrences) {
            return printed.size() + " of " + occurrences + " occurrences belong to one call each";
        }
        return occurrences == 1 ? "It belongs to one call" : "Each occurrence belongs to one call";
    }

    private static String id(Witnessed call) {
        return "call:" + call.timed().id();
    }

    private static String named(List<Witnessed> calls) {
        return calls.stream().map(Joined::named).collect(Collectors.joining(", "));
    }

    private static String named(Witnessed call) {
        SystemCall timed = call.timed();
        String comm = timed.comm().isEmpty() ? "" : " of " + timed.comm();
        String task = timed.tid() > 0 ? " (task " + timed.tid() + ")" : "";
        return timed.name() + " = " + timed.gave() + comm + task;
    }

    private Step.Candidate candidate(Witnessed call, String reason) {
        return new Step.Candidate(
                id(call), named(call), reason, grade, call.spans(), call.timed().event());
    }
}
