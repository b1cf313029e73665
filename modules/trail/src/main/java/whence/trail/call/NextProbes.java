package whence.trail.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import whence.branches.JudgedExit;
import whence.trail.Trail;
import whence.trail.read.Ground;
import whence.trail.verdict.Descent;
import whence.trail.verdict.TreeJudge;

/// What to run next: probes on functions that some of the ways left must call and others cannot.
final class NextProbes {
    private static final int MOST = 6;

    private final Ground ground;
    private final TreeJudge judge;
    private final Failure failure;

    NextProbes(Ground ground, TreeJudge judge, Failure failure) {
        this.ground = ground;
        this.judge = judge;
        this.failure = failure;
    }

    List<Trail.NextProbe> of(Descent.Result result) {
        if (result.leaves().size() < 2) {
            return List.of();
        }
        List<Trail.NextProbe> probes = new ArrayList<>();
        for (Map.Entry<String, Split> split : splits(result).entrySet()) {
            if (probes.size() < MOST) {
                write(split.getKey(), split.getValue(), result, probes);
            }
        }
        return probes;
    }

    /// @param hit what is left where it runs
    /// @param missed what is left where it does not
    private record Split(List<JudgedExit> hit, List<JudgedExit> missed) {
        int worst() {
            return Math.max(hit.size(), missed.size());
        }
    }

    private Map<String, Split> splits(Descent.Result result) {
        Map<String, Split> useful = new LinkedHashMap<>();
        List<String> callees = result.leaves().stream()
                .flatMap(e -> judge.mustCall(e.exit()).stream())
                .distinct()
                .sorted()
                .toList();
        for (String callee : callees) {
            List<JudgedExit> hit = result.leaves().stream()
                    .filter(e -> !judge.neverCall(e.exit()).contains(callee))
                    .toList();
            List<JudgedExit> missed = result.leaves().stream()
                    .filter(e -> !judge.mustCall(e.exit()).contains(callee))
                    .toList();
            if (probable(result, callee)
                    && hit.size() < result.leaves().size()
                    && missed.size() < result.leaves().size()) {
                useful.put(callee, new Split(hit, missed));
            }
        }
        return useful.entrySet().stream()
                .sorted(java.util.Comparator.comparingInt(e -> e.getValue().worst()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
    }

    /// A symbol that exists once; where no list was captured, every name that the source does not define as a macro or
    /// inline.
    private boolean probable(Descent.Result result, String callee) {
        if (!result.leaves().stream().allMatch(e -> judge.canBeProbed(e.exit(), callee))) {
            return false;
        }
        return ground.symbols().isEmpty()
                || ground.symbols().named(callee).filter(s -> !s.ambiguous()).isPresent();
    }

    private void write(String callee, Split split, Descent.Result result, List<Trail.NextProbe> probes) {
        String outcome = "Hit: " + places(split.hit) + ". Not hit: " + places(split.missed) + ".";
        String within = result.levels().getLast().judged().function();
        boolean plain = within.matches("\\w+");
        String around = plain ? within : "__x64_sys_" + failure.name();
        probes.add(new Trail.NextProbe(
                "bpftrace -e 'kprobe:" + around + " { @in[tid] = 1 } kprobe:" + callee
                        + " /@in[tid]/ { printf(\"%d " + callee + "\\n\", tid) } kretprobe:" + around
                        + " { printf(\"%d ret=%d\\n\", tid, retval); delete(@in[tid]) }'",
                "bpftrace",
                outcome));
        probes.add(new Trail.NextProbe(
                "p:whence/" + around + " " + around + "\nr:whence/" + around + "_ret " + around
                        + " ret=$retval:s32\np:whence/" + callee + " " + callee,
                "kprobe_events",
                outcome));
    }

    private static String places(List<JudgedExit> exits) {
        return exits.isEmpty()
                ? "nothing is left"
                : exits.stream()
                        .map(e -> e.exit().file() + ":" + e.exit().line())
                        .collect(Collectors.joining(", ", "", " left"));
    }
}
