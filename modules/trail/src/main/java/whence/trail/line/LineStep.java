package whence.trail.line;

import java.util.ArrayList;
import java.util.List;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.logs.LogFields;
import whence.timeline.Events;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.knowledge.Fact;
import whence.trail.knowledge.Known;
import whence.trail.knowledge.Rules;
import whence.trail.lead.line.Folded;
import whence.trail.read.Ground;
import whence.trail.read.Material;

/// The first step of a line: what it says, how often, and which artifacts hold it or hide it.
final class LineStep {
    private final Ground ground;
    private final Lead lead;
    private final Folded folded;

    LineStep(Ground ground, Lead lead, Folded folded) {
        this.ground = ground;
        this.lead = lead;
        this.folded = folded;
    }

    Step step() {
        List<Span> evidence = new ArrayList<>();
        folded.occurrences().forEach(o -> o.witnesses().forEach(w -> evidence.add(w.span())));
        List<String> hiding = new ArrayList<>();
        int length = folded.message().length;
        for (Material.Part part : ground.material().parts()) {
            List<Span> blobs = blobs(part, length);
            if (blobs.size() == folded.occurrences().size()) {
                evidence.addAll(blobs);
                hiding.add(part.artifact().path());
            }
        }
        long artifacts = evidence.stream().map(Span::artifact).distinct().count();
        return new Step(
                Step.Kind.LINE,
                folded.text(),
                "The kernel printed it " + times(folded.occurrences().size()) + "; " + artifacts
                        + (artifacts == 1 ? " artifact holds" : " artifacts hold")
                        + " it, and a record that several hold is counted once." + hidden(hiding, length),
                Grade.OBSERVED,
                evidence,
                null,
                List.of(),
                new Ref.Range(lead.span()));
    }

    /// What the rules say of such a line.
    List<Step> known() {
        List<Fact> facts = new ArrayList<>(ground.surroundings().settings());
        facts.add(Fact.observed("line", folded.text(), lead.span()));
        return Known.steps(
                "such lines",
                Rules.shipped().apply(facts).stream()
                        .filter(rule -> rule.evidence().contains(lead.span()))
                        .toList());
    }

    private static String hidden(List<String> artifacts, int length) {
        if (artifacts.isEmpty()) {
            return "";
        }
        String others = artifacts.size() == 1 ? "" : " and " + (artifacts.size() - 1) + " more";
        return " " + artifacts.getFirst() + others + (artifacts.size() == 1 ? " hides" : " hide") + " it as [" + length
                + "B blob data].";
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static List<Span> blobs(Material.Part part, int length) {
        List<Span> spans = new ArrayList<>();
        Events events = part.events();
        for (int row = 0; row < events.count(); row++) {
            if (events.number(LogFields.BLOB, row) == length) {
                spans.add(part.span(row));
            }
        }
        return spans;
    }
}
