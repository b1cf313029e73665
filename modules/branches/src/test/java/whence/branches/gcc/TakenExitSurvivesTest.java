package whence.branches.gcc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.branches.Elimination;
import whence.branches.Evidence;
import whence.branches.Exits;
import whence.branches.JudgedExit;
import whence.branches.value.Premise;
import whence.evidence.Grade;
import whence.source.SourceTree;

/// The one error that may never happen: functions are really run, their trace is turned into evidence, and the exit
/// that was taken must be among those that are left.
class TakenExitSurvivesTest {
    private static final Set<String> TRACED = Set.of("work", "allowed", "touch", "change", "set", "fetch");

    @TempDir
    Path folder;

    @Test
    void in_a_hundred_small_functions() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
        Tally tally = run(100, 6, 20261120);
        assertTrue(
                tally.lost.isEmpty(),
                () -> tally.lost.size() + " of " + tally.judged + " lost:\n" + tally.lost.getFirst());
        assertTrue(tally.left < tally.exits * 0.5, "evidence should fell most exits: " + tally);
    }

    @Test
    void a_false_witness_is_found_out() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
        Compiled compiled = new Compiled(20, 20261121);
        Tally tally = new Tally();
        for (Compiled.Invocation one : compiled.run(folder, 4, 1)) {
            Evidence wrong = Evidence.NONE.returned(one.returned() - 77, said("a value it did not return"));
            judge(compiled, exits(compiled, one.function()), one, wrong, tally);
        }
        assertTrue(tally.lost.size() > tally.judged / 4, () -> "this test must be able to fail: " + tally);
    }

    @Test
    @Tag("deep")
    void in_thousands() throws Exception {
        for (int round = 0; round < 10; round++) {
            Tally tally = run(400, 8, 7_000_000L + round * 1000);
            assertTrue(
                    tally.lost.isEmpty(),
                    () -> tally.lost.size() + " of " + tally.judged + " lost:\n" + tally.lost.getFirst());
        }
    }

    private static final class Tally {
        final List<String> lost = new ArrayList<>();
        int judged;
        int exits;
        int left;

        @Override
        public String toString() {
            return judged + " invocations, " + left + " of " + exits + " exits left, " + lost.size() + " lost";
        }
    }

    private Tally run(int functions, int times, long seed) throws IOException, InterruptedException {
        Compiled compiled = new Compiled(functions, seed);
        Tally tally = new Tally();
        Map<Integer, Exits> read = new LinkedHashMap<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (Compiled.Invocation one : compiled.run(folder, times, seed)) {
            Exits exits = read.computeIfAbsent(one.function(), number -> exits(compiled, number));
            judge(compiled, exits, one, evidence(compiled, one, random), tally);
        }
        System.getLogger("whence.branches.test").log(System.Logger.Level.INFO, tally.toString());
        return tally;
    }

    private static Exits exits(Compiled compiled, int number) {
        SourceTree tree = SourceTree.snippet("random", "functions.c", compiled.source(number));
        return Exits.of(tree, tree.function("f" + number).getFirst());
    }

    private static Premise said(String text) {
        return new Premise(text, Grade.OBSERVED, List.of());
    }

    /// Some of what the trace says: all of it would leave little to reason about.
    private static Evidence evidence(Compiled compiled, Compiled.Invocation one, SplittableRandom random) {
        Evidence evidence = Evidence.NONE;
        if (random.nextInt(5) > 0) {
            Long out = one.handedOut();
            long seen = out == null || random.nextBoolean() ? one.returned() : out; // who saw an error saw either
            evidence = evidence.returned(seen, said("returned " + seen));
        }
        String[] names = {"flags", "count", "kind", "size"};
        for (int i = 0; i < names.length; i++) {
            if (random.nextBoolean()) {
                evidence = evidence.holds(
                        "r->" + names[i],
                        said(names[i] + "=" + one.fields().get(i)),
                        one.fields().get(i));
            }
        }
        for (int i = 0; i < compiled.types(one.function()).size(); i++) {
            if (random.nextInt(4) > 0) {
                evidence = evidence.holds(
                        "p" + i,
                        said("p" + i + "=" + one.arguments().get(i)),
                        one.arguments().get(i));
            }
        }
        return calls(evidence, one, random);
    }

    private static Evidence calls(Evidence start, Compiled.Invocation one, SplittableRandom random) {
        Evidence evidence = start;
        Map<String, List<Long>> returned = new LinkedHashMap<>();
        for (String call : one.calls()) {
            String[] words = call.split(" ");
            returned.computeIfAbsent(words[0], absent -> new ArrayList<>()).add(Long.parseLong(words[2]));
        }
        for (String name : TRACED.stream().sorted().toList()) {
            if (random.nextInt(3) == 0) {
                continue; // no probe on this one
            }
            List<Long> values = returned.get(name);
            if (values == null) {
                evidence = evidence.miss(name, said(name + " not hit"));
                continue;
            }
            evidence = evidence.hit(name, said(name + " hit"));
            boolean gives = name.equals("work") || name.equals("allowed");
            if (gives && random.nextBoolean()) {
                long[] all =
                        values.stream().mapToLong(Long::longValue).distinct().toArray();
                evidence = evidence.gave(name, said(name + " gave " + values), all);
            }
        }
        return evidence;
    }

    private static void judge(Compiled compiled, Exits exits, Compiled.Invocation one, Evidence evidence, Tally tally) {
        boolean alive = false;
        List<JudgedExit> judged = Elimination.judge(exits, evidence);
        for (JudgedExit each : judged) {
            boolean left = each.state() != JudgedExit.State.ELIMINATED;
            alive |= left
                    && (each.exit().returnLine() == one.exitLine()
                            || each.exit().kind() == whence.branches.Exit.Kind.UNKNOWN);
            tally.left += left ? 1 : 0;
        }
        tally.exits += judged.size();
        tally.judged++;
        if (!alive) {
            tally.lost.add("exit of line " + one.exitLine() + " in " + one + "\n"
                    + judged.stream()
                            .filter(each -> each.exit().returnLine() == one.exitLine())
                            .toList() + "\n" + compiled.source(one.function()));
        }
    }
}
