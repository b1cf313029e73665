package whence.cli.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import whence.branches.Exit;
import whence.branches.JudgedExit;
import whence.evidence.Grade;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.report.Fallen;
import whence.report.Lost;
import whence.report.Words;
import whence.trail.Accompanied;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;

/// A trail as a person reads it in a terminal.
public final class TrailText {
    private static final int MOST_SPANS = 4;
    private static final int MOST_CANDIDATES = 6;
    private static final int MOST_REASONS = 2;

    /// Columns of a remark that must not hide what it stands beside.
    private static final int LONGEST_ASIDE = 80;

    private final Page page;

    public TrailText(Page page) {
        this.page = page;
    }

    public void print(Trail trail) {
        Lead lead = trail.lead();
        page.wrapped("", "  ", page.ink().strong(Page.safe(lead.title())) + times(lead.count()));
        page.line(page.ink().soft("  " + lead.kind().word() + " " + lead.id() + ", " + lead.span()));
        company(lead.accompanied(), true);
        int number = 1;
        for (Step step : trail.steps()) {
            step(number++, step);
        }
        verdict("Verdict", trail.verdict(), true);
        trail.otherSources().forEach(other -> verdict("In another source", other, false));
        probes(trail.nextProbes());
        losses(trail.losses());
    }

    /// One line of a list of leads.
    public void lead(Lead lead) {
        page.line(page.ink().soft(lead.id()) + "  " + padded(lead.kind().word()) + "  "
                + page.ink().strong(Page.safe(lead.title())) + times(lead.count()));
        page.line("      " + page.ink().soft(lead.span().toString()));
        company(lead.accompanied(), false);
    }

    /// A hint, so it says on what numbers it rests.
    private void company(Accompanied accompanied, boolean whole) {
        accompanied
                .companions()
                .forEach(c -> page.wrapped(
                        "      accompanied: ",
                        "        ",
                        Page.safe(c.sentence()) + " [" + graded(c.grade()) + "] " + c.span()));
        if (whole && !accompanied.notCompared().isEmpty()) {
            page.line("      " + page.ink().soft("not compared: " + shortened(accompanied.notCompared())));
        }
    }

    /// One line: why a hint is missing matters less than the trail.
    private static String shortened(List<String> notCompared) {
        String all = Page.safe(String.join("; ", notCompared));
        return all.length() <= LONGEST_ASIDE ? all : all.substring(0, LONGEST_ASIDE) + "… (--json has all)";
    }

    /// What the session lacks for these leads, each once.
    public void lacks(List<Lead> leads) {
        Map<String, Long> lacks = leads.stream()
                .flatMap(lead -> lead.lacks().stream())
                .collect(Collectors.groupingBy(lack -> lack, LinkedHashMap::new, Collectors.counting()));
        if (!lacks.isEmpty()) {
            page.blank();
            page.line(page.ink().strong("Missing"));
        }
        lacks.forEach((lack, count) -> page.wrapped(
                "  ", "    ", lack + (count == leads.size() ? "" : " (for " + count + " of these leads)")));
    }

    public void losses(List<Loss> losses) {
        if (!losses.isEmpty()) {
            page.blank();
            page.line(page.ink().strong("Lost"));
            Lost.told(losses).forEach(told -> page.wrapped("  ", "    ", told));
        }
    }

    private static String padded(String word) {
        return word + " ".repeat(Math.max(0, "kernel-report".length() - word.length()));
    }

    private static String times(int count) {
        return count > 1 ? "  (" + count + " times)" : "";
    }

    private void step(int number, Step step) {
        page.blank();
        page.wrapped(number + ". ", "   ", page.ink().strong(Page.safe(step.title())));
        page.wrapped("   ", "   ", step.why());
        page.wrapped("   ", "     ", graded(step.grade()) + where(step.evidence()));
        if (step.kind() != Step.Kind.EXIT) {
            alternatives(step);
        }
    }

    private void alternatives(Step step) {
        List<Step.Candidate> others = step.candidates().stream()
                .filter(candidate -> !candidate.id().equals(step.chosen()))
                .toList();
        String word = step.chosen() == null ? "   - perhaps " : "   - not ";
        others.stream()
                .limit(MOST_CANDIDATES)
                .forEach(candidate -> page.wrapped(word, "     ", candidate.title() + ": " + candidate.why()));
        if (others.size() > MOST_CANDIDATES) {
            page.line("   - and " + (others.size() - MOST_CANDIDATES) + " more (--json has them all)");
        }
    }

    private String graded(Grade grade) {
        String word = Words.of(grade);
        return grade == Grade.ASSUMED ? page.ink().doubtful(word) : page.ink().good(word);
    }

    private static String where(List<Span> spans) {
        if (spans.isEmpty()) {
            return "";
        }
        String first =
                spans.stream().limit(MOST_SPANS).map(Span::toString).distinct().collect(Collectors.joining(", "));
        return ": " + first + (spans.size() > MOST_SPANS ? " and " + (spans.size() - MOST_SPANS) + " more" : "");
    }

    private void verdict(String title, Verdict verdict, boolean whole) {
        page.blank();
        String source = verdict.source() == null ? "" : " (" + verdict.source() + ")";
        page.line(page.ink().strong(title + source + ": ") + state(verdict.state()));
        page.wrapped("  ", "  ", verdict.summary());
        if (verdict.weakest() != null) {
            page.wrapped(
                    "  weakest premise: ",
                    "    ",
                    verdict.weakest().premise() + " ["
                            + graded(verdict.weakest().grade()) + "]");
        }
        exits(verdict.exits(), whole);
    }

    /// The exits that are left, each with its guard; then, where wanted, those that fell, by what felled them.
    public void exits(List<JudgedExit> exits, boolean fallen) {
        exits.stream()
                .filter(exit -> exit.state() != JudgedExit.State.ELIMINATED)
                .forEach(this::standing);
        if (fallen) {
            Fallen.of(exits).forEach(this::fell);
        }
    }

    private String state(Verdict.State state) {
        String words = Words.of(state);
        return switch (state) {
            case ONE, EXPLAINED -> page.ink().good(words);
            case SEVERAL, INSUFFICIENT -> page.ink().doubtful(words);
            case NONE -> page.ink().bad(words);
        };
    }

    private void standing(JudgedExit judged) {
        String mark = judged.state() == JudgedExit.State.SURVIVES
                ? page.ink().good("  left  ")
                : page.ink().doubtful("  open  ");
        Exit exit = judged.exit();
        page.line(mark + exit.file() + ":" + exit.line() + "  "
                + String.join(" | ", exit.values())
                + (exit.returnLine() == exit.line() ? "" : "  (returns at " + exit.returnLine() + ")"));
        if (exit.guard() != null) {
            guard(exit.guard(), exit.line());
        }
        judged.because().stream().limit(MOST_REASONS).forEach(this::because);
    }

    private void fell(Fallen fallen) {
        page.wrapped("  " + page.ink().soft("fell") + "  ", "        ", fallen.places());
        if (fallen.because() != null) {
            because(fallen.because());
        }
    }

    private void because(JudgedExit.Because because) {
        String text = because.rule() + ", " + graded(because.grade()) + ": " + because.text();
        page.wrapped("          ", "            ", text + where(because.evidence()));
    }

    private void guard(Exit.Guard guard, int exitLine) {
        String text = guard.text()
                + (guard.takenWhen() ? "" : "  is false")
                + (guard.line() == exitLine ? "" : "  (line " + guard.line() + ")");
        page.wrapped("          when ", "               ", text);
    }

    private void probes(List<Trail.NextProbe> probes) {
        if (!probes.isEmpty()) {
            page.blank();
            page.line(page.ink().strong("What to run next"));
        }
        for (Trail.NextProbe probe : probes) {
            page.wrapped("  " + probe.tool() + ": ", "    ", probe.splits());
            page.verbatim("      ", probe.text());
        }
    }
}
