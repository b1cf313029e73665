package whence.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whence.branches.JudgedExit;
import whence.evidence.Finding;
import whence.evidence.Span;
import whence.evidence.Standing;
import whence.report.document.Document;
import whence.report.document.Document.Block;
import whence.report.document.Document.Mark;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;

/// Turns trails and findings into a document: first the answer, then the way to it, then what it rests on.
public final class TrailReport {
    private static final int MOST_QUOTES = 3;

    private final Quotes quotes;
    private final List<Block> blocks = new ArrayList<>();

    private TrailReport(Quotes quotes) {
        this.quotes = quotes;
    }

    /// @param story what the session says of itself, Markdown; empty where it says nothing
    /// @param both the two versions of the function the first trail ends in; empty where there are not two
    public static Document of(
            String title,
            String story,
            List<Trail> trails,
            List<Document.SideBySide> both,
            List<Standing> findings,
            Quotes quotes) {
        TrailReport report = new TrailReport(quotes);
        report.opening(story, trails);
        report.findings(findings);
        trails.forEach(report::trail);
        report.versions(both);
        report.losses(trails);
        report.legend();
        return new Document(title, report.blocks);
    }

    private void opening(String story, List<Trail> trails) {
        for (Trail trail : trails) {
            blocks.add(new Document.Paragraph(
                    trail.lead().title() + ": " + trail.verdict().summary()));
        }
        if (!story.isBlank()) {
            blocks.add(new Document.Heading(1, "The story"));
            blocks.add(new Document.Story(story));
        }
    }

    private void findings(List<Standing> standings) {
        if (standings.isEmpty()) {
            return;
        }
        List<Finding> all = standings.stream().map(Standing::finding).toList();
        blocks.add(new Document.Heading(1, "Findings"));
        for (Standing standing : standings) {
            Finding finding = standing.finding();
            blocks.add(new Document.Heading(2, finding.claim()));
            List<String> items = new ArrayList<>(standing(standing));
            items.add("Known as: " + Words.of(finding.grade()));
            finding.premises().forEach(premise -> items.add("Rests on: " + Standing.words(premise, all)));
            if (!finding.refutedBy().isBlank()) {
                items.add("Would be refuted by: " + finding.refutedBy());
            }
            blocks.add(new Document.Items(items));
            quote(finding.spans());
        }
    }

    private static List<String> standing(Standing standing) {
        return switch (standing.state()) {
            case STANDS -> List.of();
            case REFUTED -> List.of("Refuted.");
            case SHAKEN -> List.of("Does not stand by itself any more: " + String.join("; ", standing.because()));
        };
    }

    private void trail(Trail trail) {
        blocks.add(new Document.Heading(1, trail.lead().title()));
        int number = 1;
        for (Step step : trail.steps()) {
            step(number++, step);
        }
        verdict(trail.verdict());
        trail.otherSources().forEach(this::verdict);
        probes(trail.nextProbes());
    }

    private void step(int number, Step step) {
        blocks.add(new Document.Heading(2, number + ". " + step.title()));
        blocks.add(new Document.Paragraph(step.why() + " (" + Words.of(step.grade()) + ")"));
        quote(step.evidence());
        if (step.kind() != Step.Kind.EXIT) {
            alternatives(step);
        }
    }

    /// What else a step could have been; the ways out stand in the verdict's table.
    private void alternatives(Step step) {
        String word = step.chosen() == null ? "Perhaps " : "Not ";
        List<String> others = step.candidates().stream()
                .filter(candidate -> !candidate.id().equals(step.chosen()))
                .map(candidate -> word + candidate.title() + ": " + candidate.why())
                .toList();
        if (!others.isEmpty()) {
            blocks.add(new Document.Items(others));
        }
    }

    private void verdict(Verdict verdict) {
        String source = verdict.source() == null ? "" : " in " + verdict.source();
        blocks.add(new Document.Heading(2, "Verdict" + source + ": " + Words.of(verdict.state())));
        blocks.add(new Document.Paragraph(verdict.summary()));
        if (verdict.weakest() != null) {
            blocks.add(new Document.Paragraph(
                    "Weakest premise: " + verdict.weakest().premise() + " ("
                            + Words.of(verdict.weakest().grade()) + ")"));
        }
        if (!verdict.exits().isEmpty()) {
            blocks.add(new Document.Table(
                    List.of("exit", "state", "value", "when", "because"),
                    Stream.concat(
                                    verdict.exits().stream()
                                            .filter(exit -> exit.state() != JudgedExit.State.ELIMINATED)
                                            .map(TrailReport::row),
                                    Fallen.of(verdict.exits()).stream().map(TrailReport::row))
                            .toList()));
        }
    }

    private static Document.Row row(Fallen fallen) {
        return fallen.exits().size() == 1
                ? row(fallen.exits().getFirst())
                : new Document.Row(
                        Mark.ELIMINATED,
                        List.of(
                                fallen.places(),
                                Words.of(JudgedExit.State.ELIMINATED),
                                "",
                                "",
                                reason(fallen.exits().getFirst())));
    }

    private static Document.Row row(JudgedExit judged) {
        var exit = judged.exit();
        var guard = exit.guard();
        String when = guard == null ? "" : guard.text() + (guard.takenWhen() ? "" : " is false");
        return new Document.Row(
                mark(judged.state()),
                List.of(
                        exit.file() + ":" + exit.line(),
                        Words.of(judged.state()),
                        String.join(" or ", exit.values()),
                        when,
                        reason(judged)));
    }

    private static String reason(JudgedExit judged) {
        return judged.because().stream()
                .map(b -> b.text() + " (" + b.rule() + ", " + Words.of(b.grade()) + ")")
                .collect(Collectors.joining("; "));
    }

    private static Mark mark(JudgedExit.State state) {
        return switch (state) {
            case SURVIVES -> Mark.SURVIVES;
            case ELIMINATED -> Mark.ELIMINATED;
            case UNKNOWN -> Mark.UNKNOWN;
        };
    }

    private void probes(List<Trail.NextProbe> probes) {
        if (probes.isEmpty()) {
            return;
        }
        blocks.add(new Document.Heading(2, "What to run next"));
        for (Trail.NextProbe probe : probes) {
            blocks.add(new Document.Paragraph("With " + probe.tool() + ": " + probe.splits()));
            blocks.add(new Document.Verbatim(probe.text()));
        }
    }

    private void versions(List<Document.SideBySide> both) {
        if (!both.isEmpty()) {
            blocks.add(new Document.Heading(1, "The two versions"));
            blocks.addAll(both);
        }
    }

    private void losses(List<Trail> trails) {
        List<String> told = Lost.told(
                trails.stream().flatMap(trail -> trail.losses().stream()).toList());
        if (!told.isEmpty()) {
            blocks.add(new Document.Heading(1, "What was lost"));
            blocks.add(new Document.Items(told));
        }
    }

    private void legend() {
        blocks.add(new Document.Heading(1, "How to read this"));
        blocks.add(new Document.Items(List.of(
                "observed: the bytes stand in the capture",
                "derived: a named rule applied to observed facts",
                "assumed: a heuristic, or a person said so",
                "A conclusion is as weak as its weakest premise. An exit that fell names the rule that felled it.")));
    }

    private void quote(List<Span> spans) {
        spans.stream()
                .distinct()
                .limit(MOST_QUOTES)
                .forEach(span -> blocks.add(new Document.Evidence(span.toString(), quotes.of(span))));
        if (spans.size() > MOST_QUOTES) {
            blocks.add(new Document.Paragraph(
                    "and " + (spans.size() - MOST_QUOTES) + " more, the first at " + spans.get(MOST_QUOTES)));
        }
    }
}
