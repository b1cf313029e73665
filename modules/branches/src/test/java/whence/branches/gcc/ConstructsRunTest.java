package whence.branches.gcc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.branches.Elimination;
import whence.branches.Evidence;
import whence.branches.Exit;
import whence.branches.Exits;
import whence.branches.JudgedExit;
import whence.branches.value.Premise;
import whence.evidence.Grade;
import whence.source.SourceTree;

/// Whatever a construct looks like, the exit that was really taken is among those that are left: with the headers that
/// define its macros, and without them.
class ConstructsRunTest {
    private static final List<String> TRACED = List.of(
            "allowed",
            "bump",
            "change",
            "find",
            "keep",
            "lock_begin",
            "lock_end",
            "lock_try",
            "poke",
            "say",
            "set",
            "touch",
            "work");
    private static final Set<String> GIVING = Set.of("allowed", "lock_try", "work");

    /// Where only the header shows that a macro returns, a source without it lacks that exit.
    private static final Set<String> NEEDS_HEADERS = Set.of("returns_in_a_macro");

    @TempDir
    Path folder;

    private final Constructs constructs = new Constructs();

    @Test
    void with_the_headers_that_define_its_macros() throws Exception {
        judge(true);
    }

    @Test
    void without_them() throws Exception {
        judge(false);
    }

    private void judge(boolean withHeaders) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
        SourceTree tree = SourceTree.snippet("constructs", "constructs.c", constructs.source(withHeaders));
        Map<String, Exits> read = new LinkedHashMap<>();
        constructs.functions().stream()
                .filter(name -> withHeaders || !NEEDS_HEADERS.contains(name))
                .forEach(name ->
                        read.put(name, Exits.of(tree, tree.function(name).getFirst())));
        Map<String, int[]> counts = new TreeMap<>();
        Map<String, String> lost = new TreeMap<>();
        for (List<String> options : List.of(List.of("-fsigned-char"), List.of("-DLOUD", "-funsigned-char"))) {
            SplittableRandom random = new SplittableRandom(20261121);
            for (Constructs.Invocation one : constructs.run(folder, options, 14, 6)) {
                for (int i = 0; i < 4 && read.containsKey(one.function()); i++) {
                    List<JudgedExit> judged = Elimination.judge(read.get(one.function()), evidence(one, random));
                    int[] count = counts.computeIfAbsent(one.function(), absent -> new int[2]);
                    count[0] += judged.size();
                    count[1] += (int) judged.stream()
                            .filter(exit -> exit.state() == JudgedExit.State.ELIMINATED)
                            .count();
                    if (judged.stream().noneMatch(exit -> isTaken(exit, one))) {
                        lost.putIfAbsent(one.function(), one + "\n" + judged);
                    }
                }
            }
        }
        assertEquals(Map.of(), lost);
        List<String> untold = new ArrayList<>();
        counts.forEach((name, count) -> {
            if (count[1] * 10 < count[0]) {
                untold.add(name + " " + count[1] + " of " + count[0]);
            }
        });
        assertEquals(List.of(), untold, "evidence should fell some exits of each");
        assertTrue(counts.size() >= constructs.functions().size() - NEEDS_HEADERS.size());
    }

    private static boolean isTaken(JudgedExit judged, Constructs.Invocation one) {
        Exit exit = judged.exit();
        return judged.state() != JudgedExit.State.ELIMINATED
                && (exit.kind() == Exit.Kind.UNKNOWN || exit.returnLine() == one.exitLine());
    }

    /// Some of what the trace says.
    private static Evidence evidence(Constructs.Invocation one, SplittableRandom random) {
        Evidence evidence = Evidence.NONE;
        if (random.nextInt(4) > 0) {
            evidence = evidence.returned(one.returned(), said("returned " + one.returned()));
        }
        if (random.nextBoolean()) {
            evidence = evidence.holds("r->flags", said("flags"), one.flags());
        }
        for (int i = 0; i < 2; i++) {
            if (random.nextBoolean()) {
                evidence =
                        evidence.holds("p" + i, said("p" + i), one.arguments().get(i));
            }
        }
        for (String name : TRACED) {
            long[] values = one.calls().stream()
                    .map(call -> call.split(" "))
                    .filter(call -> call[0].equals(name))
                    .mapToLong(call -> Long.parseLong(call[2]))
                    .distinct()
                    .toArray();
            if (random.nextInt(3) == 0) {
                continue; // no probe on this one
            }
            evidence =
                    values.length == 0 ? evidence.miss(name, said(name + " not hit")) : evidence.hit(name, said(name));
            if (values.length > 0 && GIVING.contains(name) && random.nextBoolean()) {
                evidence = evidence.gave(name, said(name + " gave"), values);
            }
        }
        return evidence;
    }

    private static Premise said(String text) {
        return new Premise(text, Grade.OBSERVED, List.of());
    }
}
