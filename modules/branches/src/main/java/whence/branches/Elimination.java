package whence.branches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whence.branches.frame.Frame;
import whence.branches.listing.Reaching;
import whence.branches.run.Run;
import whence.branches.value.Premise;
import whence.evidence.Grade;
import whence.evidence.Span;

/// Holds evidence against exits. An exit falls only where no way to it is left; what cannot be decided stays.
public final class Elimination {
    private static final int MOST_REASONS = 6;

    private final Exits exits;
    private final Evidence evidence;
    private final @Nullable Gives gives;
    private final List<Run> runs = new ArrayList<>();
    private boolean spent;

    private Elimination(Exits exits, Evidence evidence) {
        this.exits = exits;
        this.evidence = evidence;
        Evidence.Returned returned = evidence.returned();
        this.gives = returned == null ? null : new Gives(exits, returned);
        for (Frame frame : exits.readings()) {
            Run run = new Run(frame, exits.frames(), evidence);
            spent |= !run.go(run.entry());
            runs.add(run);
        }
    }

    /// Each exit with what the evidence leaves of it, in the order of [Exits#rows]. Of several reasons those stand
    /// first that close every way to the exit alone.
    public static List<JudgedExit> judge(Exits exits, Evidence evidence) {
        Elimination elimination = new Elimination(exits, evidence);
        return exits.rows().stream().map(elimination::judge).toList();
    }

    /// What each single premise fells on its own: the cells of a board of exits against facts.
    public static Map<Premise, List<JudgedExit>> board(Exits exits, Evidence evidence) {
        Map<Premise, List<JudgedExit>> board = new LinkedHashMap<>();
        evidence.apart().forEach((premise, alone) -> board.put(premise, judge(exits, alone)));
        return board;
    }

    private JudgedExit judge(ExitRow row) {
        if (row.exit().kind() == Exit.Kind.UNKNOWN) {
            String text = "these lines could not be read, so any exit may be among them";
            return new JudgedExit(
                    row.exit(),
                    JudgedExit.State.UNKNOWN,
                    List.of(new JudgedExit.Because("unknown", text, Grade.OBSERVED, List.of())));
        }
        if (spent) {
            String text = "too many ways lead through this function to follow them all";
            return new JudgedExit(
                    row.exit(),
                    JudgedExit.State.SURVIVES,
                    List.of(new JudgedExit.Because("unknown", text, Grade.OBSERVED, List.of())));
        }
        List<Run.Outcome> left = new ArrayList<>();
        for (ExitWay way : row.ways()) {
            left.addAll(outcomes(way));
        }
        if (left.isEmpty()) {
            return fallen(row, reasons(row));
        }
        List<Run.Outcome> complete =
                left.stream().filter(this::passedEverything).toList();
        if (complete.isEmpty()) {
            return fallen(row, neverCalled(left));
        }
        List<Run.Outcome> fitting = complete.stream().filter(this::gives).toList();
        return fitting.isEmpty() ? fallen(row, List.of(value(complete))) : surviving(row, fitting);
    }

    private List<Run.Outcome> outcomes(ExitWay way) {
        Run run = runs.get(way.reading());
        return run.outcomes().stream()
                .filter(outcome -> Reaching.matches(run, outcome, way))
                .toList();
    }

    private boolean passedEverything(Run.Outcome outcome) {
        return Reaching.hits(outcome) == Reaching.everyHit(evidence);
    }

    private JudgedExit fallen(ExitRow row, List<JudgedExit.Because> because) {
        return new JudgedExit(row.exit(), JudgedExit.State.ELIMINATED, because);
    }

    private boolean gives(Run.Outcome outcome) {
        return gives == null || gives.fits(outcome);
    }

    private JudgedExit.Because value(List<Run.Outcome> outcomes) {
        return gives == null
                ? because("value", "it gives another value", Set.of())
                : because("value", gives.refutes(outcomes), gives.because(outcomes));
    }

    private List<JudgedExit.Because> neverCalled(List<Run.Outcome> left) {
        List<JudgedExit.Because> because = new ArrayList<>();
        long seen = 0;
        for (Run.Outcome outcome : left) {
            seen |= Reaching.hits(outcome);
        }
        for (Reaching.Passed each : Reaching.passed(evidence)) {
            if ((seen & each.bit()) == 0) {
                because.add(because(each.rule(), each.text(), Set.of(each.premise())));
            }
        }
        if (because.isEmpty()) {
            Set<Premise> all = new LinkedHashSet<>();
            Reaching.passed(evidence).forEach(each -> all.add(each.premise()));
            because.add(because("never-call", "no single way to it makes all the calls that were made", all));
        }
        return because;
    }

    private List<JudgedExit.Because> reasons(ExitRow row) {
        Map<String, JudgedExit.Because> alone = new LinkedHashMap<>();
        Map<String, JudgedExit.Because> helping = new LinkedHashMap<>();
        JudgedExit.Because dead = because("guard", "no way leads to it under the evidence", everything());
        for (ExitWay way : row.ways()) {
            Run run = runs.get(way.reading());
            Frame frame = exits.readings().get(way.reading());
            for (Run.Cut cut : Reaching.cuts(run, frame, way)) {
                if (cut.because().isEmpty()) {
                    boolean never = cut.rule().equals("guard") && Reaching.decides(run, frame, way, cut);
                    dead = never ? because("guard", cut.text() + " in this source", Set.of()) : dead;
                } else {
                    Map<String, JudgedExit.Because> found = Reaching.decides(run, frame, way, cut) ? alone : helping;
                    found.putIfAbsent(cut.rule() + cut.text(), because(cut.rule(), cut.text(), cut.because()));
                }
            }
        }
        List<JudgedExit.Because> all = new ArrayList<>(alone.values());
        helping.forEach((key, because) -> {
            if (!alone.containsKey(key)) {
                all.add(because);
            }
        });
        return all.isEmpty() ? List.of(dead) : List.copyOf(all.subList(0, Math.min(all.size(), MOST_REASONS)));
    }

    private Set<Premise> everything() {
        return new LinkedHashSet<>(evidence.apart().keySet());
    }

    private static JudgedExit.Because because(String rule, String text, Set<Premise> premises) {
        Grade grade = premises.isEmpty() ? Grade.OBSERVED : Grade.DERIVED;
        Set<Span> spans = new TreeSet<>();
        for (Premise premise : premises) {
            grade = grade.and(premise.grade());
            spans.addAll(premise.spans());
        }
        return new JudgedExit.Because(
                rule, premises.isEmpty() ? text : text + ": " + Told.of(premises), grade, List.copyOf(spans));
    }

    private JudgedExit surviving(ExitRow row, List<Run.Outcome> outcomes) {
        Evidence.Returned returned = evidence.returned();
        List<JudgedExit.Because> because = gives == null || returned == null
                ? List.of()
                : List.of(because("value", gives.agrees(outcomes), Set.of(returned.premise())));
        return new JudgedExit(row.exit(), JudgedExit.State.SURVIVES, because);
    }
}
