package whence.branches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whence.branches.value.Premise;
import whence.evidence.Grade;

/// What to observe next: the entry or return of a callee, or an argument, that splits best what is left.
///
/// @param what `entry`, `return` or `argument`
/// @param target the callee's name, or the expression as the source writes it
/// @param outcomes what each outcome would leave
public record NextProbe(String what, String target, List<Outcome> outcomes) {
    private static final Premise SUPPOSED = new Premise("supposed", Grade.ASSUMED, List.of());
    private static final int MOST_CANDIDATES = 40;

    public NextProbe {
        outcomes = List.copyOf(outcomes);
    }

    /// @param outcome `hit`, `not hit`, `returns 0`, `returns non-zero`
    /// @param left how many exits would be left
    public record Outcome(String outcome, int left, List<Exit> exits) {
        public Outcome {
            exits = List.copyOf(exits);
        }
    }

    /// The largest number of exits that an outcome leaves: what a probe is chosen by.
    public int worst() {
        return outcomes.stream().mapToInt(Outcome::left).max().orElse(Integer.MAX_VALUE);
    }

    /// A sentence: `hit leaves 2, not hit leaves 1`.
    public String splits() {
        List<String> parts = outcomes.stream()
                .map(each -> each.outcome() + " leaves " + each.left())
                .toList();
        return String.join(", ", parts);
    }

    /// The probes that would split what is left, the best first; none where one exit or none is left, or none
    /// helps.
    ///
    /// @param probeable the callees that can be probed, as far as somebody knows
    public static List<NextProbe> suggest(
            Exits exits, Evidence evidence, java.util.function.Predicate<String> probeable) {
        List<JudgedExit> left = left(exits, evidence);
        if (left.size() < 2) {
            return List.of();
        }
        List<NextProbe> found = new ArrayList<>();
        for (String callee : candidates(exits, left, evidence)) {
            if (probeable.test(callee)) {
                add(entry(exits, evidence, callee), left.size(), found);
                add(returned(exits, evidence, callee), left.size(), found);
            }
        }
        found.sort(Comparator.comparingInt(NextProbe::worst)
                .thenComparing(NextProbe::what)
                .thenComparing(NextProbe::target));
        return List.copyOf(found);
    }

    private static void add(NextProbe probe, int before, List<NextProbe> found) {
        if (probe.worst() < before) {
            found.add(probe);
        }
    }

    private static List<JudgedExit> left(Exits exits, Evidence evidence) {
        return Elimination.judge(exits, evidence).stream()
                .filter(judged -> judged.state() != JudgedExit.State.ELIMINATED)
                .toList();
    }

    /// Callees that some of what is left must call and some cannot, or whose result decides a guard.
    private static Set<String> candidates(Exits exits, List<JudgedExit> left, Evidence evidence) {
        Set<String> names = new LinkedHashSet<>();
        for (Exits.Row row : exits.rows()) {
            if (left.stream().anyMatch(judged -> judged.exit().equals(row.exit()))) {
                names.addAll(row.mustCall());
                names.addAll(row.neverCall());
            }
        }
        evidence.notRan().forEach(one -> names.remove(one.callee()));
        evidence.gave().forEach(one -> names.remove(one.callee()));
        Set<String> few = new LinkedHashSet<>();
        names.stream().limit(MOST_CANDIDATES).forEach(few::add);
        return few;
    }

    private static NextProbe entry(Exits exits, Evidence evidence, String callee) {
        Map<String, Evidence> outcomes = new LinkedHashMap<>();
        outcomes.put("hit", evidence.hit(callee, SUPPOSED));
        outcomes.put("not hit", evidence.miss(callee, SUPPOSED));
        return new NextProbe("entry", callee, tried(exits, outcomes));
    }

    private static NextProbe returned(Exits exits, Evidence evidence, String callee) {
        Map<String, Evidence> outcomes = new LinkedHashMap<>();
        Evidence hit = evidence.hit(callee, SUPPOSED);
        outcomes.put("returns 0", hit.gave(callee, SUPPOSED, 0));
        outcomes.put(
                "returns an error",
                hit.gave(new Evidence.Gave(callee, whence.branches.value.Ints.range(-4095, -1), SUPPOSED)));
        outcomes.put(
                "returns more than 0",
                hit.gave(new Evidence.Gave(callee, whence.branches.value.Ints.range(1, Integer.MAX_VALUE), SUPPOSED)));
        outcomes.put("not hit", evidence.miss(callee, SUPPOSED));
        return new NextProbe("return", callee, tried(exits, outcomes));
    }

    private static List<Outcome> tried(Exits exits, Map<String, Evidence> outcomes) {
        List<Outcome> tried = new ArrayList<>();
        outcomes.forEach((name, evidence) -> {
            List<Exit> left =
                    left(exits, evidence).stream().map(JudgedExit::exit).toList();
            if (!left.isEmpty()) {
                tried.add(new Outcome(name, left.size(), left));
            }
        });
        return tried;
    }
}
