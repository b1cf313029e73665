package whence.trail.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.session.LabelledSource;
import whence.traces.strace.Call;
import whence.trail.Board;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;
import whence.trail.ledger.Window;
import whence.trail.link.CallNames;
import whence.trail.link.SystemCall;
import whence.trail.probe.NextProbes;
import whence.trail.read.Ground;
import whence.trail.verdict.Conclusion;
import whence.trail.verdict.Descent;
import whence.trail.verdict.TreeJudge;

/// The way from a failing call to the branch that returned its error.
public final class CallTrail {
    private final Ground ground;
    private final Lead lead;
    private final Choices choices;
    private final Further further;
    private final List<Step> steps = new ArrayList<>();

    public CallTrail(Ground ground, Lead lead, Choices choices, List<Step> before) {
        this(ground, lead, choices, before, (judge, facts, failure) -> facts);
    }

    public CallTrail(Ground ground, Lead lead, Choices choices, List<Step> before, Further further) {
        this.ground = ground;
        this.lead = lead;
        this.choices = choices;
        this.further = further;
        this.steps.addAll(before);
    }

    /// What a lead knows of the call beyond the call itself, in the words of one source.
    public interface Further {
        Descent.FactSource beside(TreeJudge judge, Descent.FactSource facts, Failure failure);
    }

    /// What one source says.
    record Answer(LabelledSource source, TreeJudge judge, Verdict verdict, Optional<Descent.Result> result) {}

    /// From a call that a tracer of calls saw.
    public Trail of(SystemCall call) {
        Linking.Linked linked = new Linking(ground).link(call, choices);
        steps.add(new CallStep(ground).of(call, linked));
        return answered(linked.failure(), linked.refused());
    }

    /// From a run that only probes saw.
    public Trail of(Window run) {
        Failure failure = Failure.of(run, ground.runs());
        steps.add(new CallStep(ground).of(failure, run));
        return answered(failure, "");
    }

    private Trail answered(Failure failure, String refused) {
        List<Answer> answers =
                ground.sources().stream().map(s -> answer(s, failure, refused)).toList();
        KnownCauses known = new KnownCauses(ground);
        if (answers.isEmpty()) {
            steps.addAll(known.of(failure, Optional.empty()));
            return trail(new Weighing(ground).noSource(), List.of(), List.of(), Board.Boards.NONE);
        }
        Answer main = answers.getFirst();
        WayDown way = new WayDown(choices, ground.errors());
        main.result.ifPresent(r -> r.levels().forEach(l -> steps.add(way.level(main, l, failure))));
        main.result.ifPresent(r -> steps.add(way.exit(main, r)));
        List<Answer> others = answers.subList(1, answers.size());
        steps.addAll(known.of(failure, main.result));
        main.result.ifPresent(_ -> WayDown.difference(main, others).ifPresent(steps::add));
        return trail(
                main.verdict,
                others.stream().map(Answer::verdict).toList(),
                main.result
                        .map(r -> new NextProbes(ground, main.judge, failure.name()).of(r))
                        .orElse(List.of()),
                new Board.Boards(
                        () -> answers.stream().flatMap(CallTrail::boards).toList()));
    }

    private static Stream<Board> boards(Answer answer) {
        return answer.result.stream()
                .flatMap(result -> result.levels().reversed().stream())
                .flatMap(level -> answer.judge.board(level.asked(), level.evidence()).stream());
    }

    private Trail trail(Verdict verdict, List<Verdict> others, List<Trail.NextProbe> probes, Board.Boards boards) {
        return new Trail(
                lead,
                steps,
                verdict,
                others,
                probes,
                ground.material().session().losses(),
                boards);
    }

    private Answer answer(LabelledSource source, Failure failure, String refused) {
        TreeJudge judge = new TreeJudge(source, ground.options(source), ground.architecture());
        Optional<Descent.Result> result = descend(judge, failure);
        if (result.isEmpty()) {
            return new Answer(source, judge, Weighing.noBody(source, failure), result);
        }
        Verdict verdict = Conclusion.of(source.label(), ground.errors().result(failure.result()), result.get());
        boolean open = verdict.state() != Verdict.State.ONE && !refused.isEmpty();
        String caveats = new Caveats(judge).of(result.get());
        Verdict honest = open
                ? Weighing.insufficient(verdict, refused)
                : new Weighing(ground).weakened(Weighing.with(verdict, caveats), source, failure);
        return new Answer(source, judge, honest, result);
    }

    /// The function to begin with; a call of a 32-bit program has a body of its own where the source holds one.
    private String start(TreeJudge judge, Failure failure) {
        SystemCall call = failure.call();
        String compat = CallNames.COMPAT_BODY + failure.name();
        return call != null && judge.has(compat) && ground.calls().ofNarrowProgram(call) ? compat : failure.start();
    }

    /// From the call's own body where the source has it, else from the innermost probed function that returned the
    /// error.
    private Optional<Descent.Result> descend(TreeJudge judge, Failure failure) {
        Optional<Descent.Result> fromBody = descend(judge, failure, start(judge, failure));
        if (fromBody.isPresent()) {
            return fromBody;
        }
        return failure.innermost().flatMap(w -> descend(judge, failure, w.function()));
    }

    private Optional<Descent.Result> descend(TreeJudge judge, Failure failure, String start) {
        return Descent.from(start, judge, further.beside(judge, evidence(judge, failure), failure));
    }

    private CallEvidence evidence(TreeJudge judge, Failure failure) {
        SystemCall call = failure.call();
        Optional<Call> decoded =
                call == null ? Optional.empty() : ground.calls().decoded(call);
        @Nullable
        Given given = decoded.isEmpty() || call == null
                ? null
                : new Given(decoded.get(), call.spans(), judge, start(judge, failure));
        return new CallEvidence(failure, ground.ledger(), judge, given, choices.assumptions());
    }
}
