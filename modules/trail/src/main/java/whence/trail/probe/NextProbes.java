package whence.trail.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import whence.branches.NextProbe;
import whence.symbols.Symbol;
import whence.trail.Trail;
import whence.trail.read.Ground;
import whence.trail.verdict.Descent;
import whence.trail.verdict.TreeJudge;

/// What to run next where several ways out are left: the observations that leave least, whatever they show.
public final class NextProbes {
    private static final int MOST = 3;

    private final Ground ground;
    private final TreeJudge judge;
    private final String call;

    /// @param call name of the system call, or of the function where no call is known
    public NextProbes(Ground ground, TreeJudge judge, String call) {
        this.ground = ground;
        this.judge = judge;
        this.call = call;
    }

    /// A probe that was thought of, and the function that it splits.
    private record Idea(Descent.Level level, NextProbe probe) {}

    /// None where at most one way out is left, or where nothing that can be observed would tell them apart.
    public List<Trail.NextProbe> of(Descent.Result result) {
        if (result.leaves().size() < 2) {
            return List.of();
        }
        List<Idea> ideas = new ArrayList<>();
        for (Descent.Level level : result.levels()) {
            if (level.judged().left().size() > 1) {
                callees(level, ideas);
                inside(level, ideas);
            }
        }
        ideas.sort(Comparator.comparingInt(idea -> idea.probe().worst()));
        return ideas.stream()
                .limit(MOST)
                .flatMap(idea -> written(idea).stream())
                .toList();
    }

    private void callees(Descent.Level level, List<Idea> ideas) {
        judge.suggest(level.asked(), level.evidence(), this::unique)
                .forEach(probe -> ideas.add(new Idea(level, probe)));
    }

    /// Probes on the branches themselves, where a disassembly of the function with its lines was captured.
    private void inside(Descent.Level level, List<Idea> ideas) {
        String function = level.judged().function();
        if (unique(function)) {
            judge.inside(
                            level.asked(),
                            level.evidence(),
                            Disassembly.of(ground.material().session(), function))
                    .forEach(probe -> ideas.add(new Idea(level, probe)));
        }
    }

    /// A symbol that exists once; where no list was captured, any name.
    private boolean unique(String function) {
        return ground.symbols().isEmpty()
                || ground.symbols().named(function).filter(s -> !s.ambiguous()).isPresent();
    }

    private List<Trail.NextProbe> written(Idea idea) {
        String within = idea.level.judged().function();
        String around = within.matches("\\w+") && unique(within) ? within : entry();
        return new ProbeWriter(around, idea.level.judged(), judge.parameters(idea.level.asked())).write(idea.probe);
    }

    /// The symbol at which the call enters the kernel: the one that the symbol list holds.
    private String entry() {
        return EntrySymbols.of(call).stream()
                .filter(name ->
                        ground.symbols().named(name).filter(Symbol::ambiguous).isEmpty())
                .filter(name -> ground.symbols().named(name).isPresent())
                .findFirst()
                .orElse(EntrySymbols.of(call).getFirst());
    }
}
