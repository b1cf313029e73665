package whence.branches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import whence.branches.inside.Instruction;
import whence.branches.value.Ints;
import whence.branches.value.Premise;
import whence.evidence.Grade;

/// What to observe next: the entry or return of a callee, or an argument, that splits best what is left.
///
/// @param what `entry`, `return`, `argument` or `inside`
/// @param target the callee's name, the expression as the source writes it, or `function+0x1f` (several, with commas)
/// @param outcomes what each outcome would leave
public record NextProbe(String what, String target, List<Outcome> outcomes) {
    private static final Premise SUPPOSED = new Premise("supposed", Grade.ASSUMED, List.of());
    private static final int MOST_CANDIDATES = 40;
    private static final int MOST_JUMPS = 4;

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
            if (exits.canBeProbed(callee) && probeable.test(callee)) {
                add(entry(exits, evidence, callee), left.size(), found);
                add(returned(exits, evidence, callee), left.size(), found);
            }
        }
        for (String condition : conditions(exits, left)) {
            add(argument(exits, evidence, condition), left.size(), found);
        }
        return sorted(found);
    }

    /// Probes inside the function, on the branch that evaluates the guard of an exit: equal returns are often one
    /// block, so that nothing called tells them apart. Offered where the branch was compiled to at most four
    /// conditional jumps; it was evaluated where one of them is hit.
    ///
    /// @param instructions of the function itself, in any order
    public static List<NextProbe> inside(Exits exits, Evidence evidence, List<Instruction> instructions) {
        List<JudgedExit> left = left(exits, evidence);
        List<NextProbe> found = new ArrayList<>();
        Set<Integer> lines = new TreeSet<>();
        left.forEach(judged -> {
            Exit.Guard guard = judged.exit().guard();
            if (guard != null) {
                lines.add(guard.line());
            }
        });
        for (int line : left.size() < 2 ? Set.<Integer>of() : lines) {
            String targets = targets(exits, instructions, line);
            if (!targets.isEmpty()) {
                Map<String, Evidence> outcomes = new LinkedHashMap<>();
                outcomes.put("hit", evidence.lineRan(line, SUPPOSED));
                outcomes.put("not hit", evidence.lineNotRan(line, SUPPOSED));
                add(new NextProbe("inside", targets, tried(exits, outcomes)), left.size(), found);
            }
        }
        return sorted(found);
    }

    private static String targets(Exits exits, List<Instruction> instructions, int line) {
        List<String> targets = instructions.stream()
                .filter(each -> each.conditional() && each.from(exits.function().file(), line))
                .sorted(Comparator.comparingLong(Instruction::offset))
                .map(each -> exits.function().name() + "+0x" + Long.toHexString(each.offset()))
                .toList();
        return targets.size() > MOST_JUMPS ? "" : String.join(", ", targets);
    }

    private static List<NextProbe> sorted(List<NextProbe> found) {
        found.sort(Comparator.comparingInt(NextProbe::worst)
                .thenComparing(NextProbe::what)
                .thenComparing(NextProbe::target));
        return List.copyOf(found);
    }

    /// Guards that read nothing but parameters the function never changes: a probe on the entry can evaluate them.
    private static Set<String> conditions(Exits exits, List<JudgedExit> left) {
        Set<String> conditions = new LinkedHashSet<>();
        for (JudgedExit judged : left) {
            Exit.Guard guard = judged.exit().guard();
            if (guard != null && exits.onEntry(guard.text()) && conditions.size() < MOST_CANDIDATES) {
                conditions.add(guard.text());
            }
        }
        return conditions;
    }

    private static NextProbe argument(Exits exits, Evidence evidence, String condition) {
        Map<String, Evidence> outcomes = new LinkedHashMap<>();
        Ints yes = Ints.ALL.without(0);
        outcomes.put("true", evidence.holds(new Evidence.Holds(condition, yes, true, SUPPOSED)));
        outcomes.put("false", evidence.holds(new Evidence.Holds(condition, Ints.of(0), true, SUPPOSED)));
        return new NextProbe("argument", condition, tried(exits, outcomes));
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
        for (ExitRow row : exits.rows()) {
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
        outcomes.put("returns an error", hit.gave(new Evidence.Gave(callee, Ints.range(-4095, -1), SUPPOSED)));
        outcomes.put(
                "returns more than 0", hit.gave(new Evidence.Gave(callee, Ints.range(1, Integer.MAX_VALUE), SUPPOSED)));
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
