package whence.trail.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.branches.Exit;
import whence.branches.JudgedExit;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.session.LabelledSource;
import whence.timeline.Errno;
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
import whence.trail.read.Ground;
import whence.trail.read.SourceFit;
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
    private record Answer(LabelledSource source, TreeJudge judge, Verdict verdict, Optional<Descent.Result> result) {}

    /// From a call that a tracer of calls saw.
    public Trail of(SystemCall call) {
        Linking.Linked linked = new Linking(ground).link(call, choices);
        steps.add(callStep(call, linked));
        return answered(linked.failure(), linked.refused());
    }

    /// From a run that only probes saw.
    public Trail of(Window run) {
        Failure failure = Failure.of(run, ground.runs());
        steps.add(runStep(failure, run));
        return answered(failure, "");
    }

    private Trail answered(Failure failure, String refused) {
        List<Answer> answers =
                ground.sources().stream().map(s -> answer(s, failure, refused)).toList();
        if (answers.isEmpty()) {
            return trail(noSource(), List.of(), List.of(), Board.Boards.NONE);
        }
        Answer main = answers.getFirst();
        main.result.ifPresent(r -> r.levels().forEach(l -> steps.add(levelStep(main, l, failure))));
        main.result.ifPresent(r -> steps.add(exitStep(main, r)));
        List<Answer> others = answers.subList(1, answers.size());
        main.result.ifPresent(_ -> difference(main, others).ifPresent(steps::add));
        return trail(
                main.verdict,
                others.stream().map(Answer::verdict).toList(),
                main.result
                        .map(r -> new NextProbes(ground, main.judge, failure).of(r))
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

    private Step callStep(SystemCall call, Linking.Linked linked) {
        Optional<Call> decoded = ground.calls().decoded(call);
        String link = linked.failure().linkWhy();
        String why = "The call returned " + error(call.result())
                + (link.isEmpty() ? "" : "; it is the run that the probes saw: " + link)
                + (linked.refused().isEmpty() ? "" : "; " + linked.refused())
                + ".";
        List<Span> evidence = new ArrayList<>(linked.failure().spans());
        Optional<Started> started = Started.of(ground.material(), call.tid(), call.event());
        started.ifPresent(s -> evidence.addAll(s.evidence()));
        Grade grade = linked.failure().linkGrade();
        return new Step(
                Step.Kind.CALL,
                call.name() + " = " + error(call.result()) + (call.tid() > 0 ? " in task " + call.tid() : ""),
                why
                        + decoded.map(d -> " " + d.line()).orElse("")
                        + started.map(s -> ". " + s.text()).orElse(""),
                started.map(s -> grade.and(s.grade())).orElse(grade),
                evidence,
                "call:" + call.id(),
                List.of(),
                call.event());
    }

    private Step runStep(Failure failure, Window run) {
        return new Step(
                Step.Kind.CALL,
                run.function() + " = " + error(failure.result()) + " in task " + run.tid(),
                "No trace of system calls was captured; the probes on " + run.function()
                        + " saw it entered and returning " + error(failure.result()) + " for task " + run.tid() + ".",
                Grade.OBSERVED,
                List.of(run.entry().span(), run.exit().span()),
                null,
                List.of(),
                new Ref.Range(run.exit().span()));
    }

    /// `-EINVAL`; the number where it is no errno.
    public static String error(long result) {
        String name = result < 0 ? Errno.name((int) -result) : null;
        return name == null ? String.valueOf(result) : "-" + name;
    }

    private Answer answer(LabelledSource source, Failure failure, String refused) {
        TreeJudge judge = new TreeJudge(source);
        Optional<Descent.Result> result = descend(judge, failure);
        if (result.isEmpty()) {
            return new Answer(source, judge, noBody(source, failure), result);
        }
        Verdict verdict = Conclusion.of(source.label(), error(failure.result()), result.get());
        boolean open = verdict.state() != Verdict.State.ONE && !refused.isEmpty();
        String caveats = new Caveats(ground, judge, failure).of(result.get());
        Verdict honest = open ? insufficient(verdict, refused) : weakened(with(verdict, caveats), source, failure);
        return new Answer(source, judge, honest, result);
    }

    /// From the call's own body where the source has it, else from the innermost probed function that returned the
    /// error.
    private Optional<Descent.Result> descend(TreeJudge judge, Failure failure) {
        Optional<Descent.Result> fromBody = descend(judge, failure, failure.start());
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
                : new Given(decoded.get(), call.spans(), judge, CallNames.BODY + call.name());
        return new CallEvidence(failure, ground.ledger(), given, choices.assumptions());
    }

    private Step levelStep(Answer answer, Descent.Level level, Failure failure) {
        String function = level.judged().function();
        Optional<Window> run = failure.runOf(function);
        long left = level.judged().left().size();
        String seen = run.map(w -> "The probes saw it return "
                        + error(
                                w.exit().value() == null
                                        ? failure.result()
                                        : w.exit().value()) + " in this call. ")
                .orElse("");
        return new Step(
                Step.Kind.SYMBOL,
                function + " (" + level.judged().file() + ":" + level.judged().line() + ")",
                seen + "Of its " + level.judged().exits().size() + " ways out in the source " + answer.source.label()
                        + " the evidence leaves " + left + ".",
                run.isPresent() ? failure.linkGrade() : Grade.DERIVED,
                run.map(w -> List.of(w.entry().span(), w.exit().span())).orElse(List.of()),
                null,
                List.of(),
                new Ref.Source(
                        answer.source.label(),
                        level.judged().file(),
                        level.judged().line()));
    }

    private Step exitStep(Answer answer, Descent.Result result) {
        List<Step.Candidate> candidates = new ArrayList<>();
        result.leaves().forEach(e -> candidates.add(candidate(answer, e)));
        Descent.Level last = result.levels().getLast();
        last.judged().exits().stream()
                .filter(e -> e.state() == JudgedExit.State.ELIMINATED)
                .forEach(e -> candidates.add(candidate(answer, e)));
        String chosen = candidates.stream()
                .map(Step.Candidate::id)
                .filter(choices.candidates()::contains)
                .findFirst()
                .orElse(result.leaves().size() == 1 ? candidates.getFirst().id() : null);
        Grade grade = result.leaves().size() == 1 ? Grade.DERIVED : Grade.ASSUMED;
        return new Step(
                Step.Kind.EXIT,
                exitTitle(result),
                answer.verdict.summary(),
                grade,
                result.leaves().stream()
                        .flatMap(e -> e.because().stream())
                        .flatMap(b -> b.evidence().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                chosen,
                candidates,
                result.leaves().isEmpty()
                        ? null
                        : at(answer, result.leaves().getFirst().exit()));
    }

    private static String exitTitle(Descent.Result result) {
        return switch (result.leaves().size()) {
            case 0 -> "No way out is left";
            case 1 -> "It left at " + place(result.leaves().getFirst().exit());
            default -> result.leaves().size() + " ways out are left";
        };
    }

    private static String place(Exit exit) {
        return exit.file() + ":" + exit.line();
    }

    private static Ref at(Answer answer, Exit exit) {
        return new Ref.Source(answer.source.label(), exit.file(), exit.line());
    }

    private static Step.Candidate candidate(Answer answer, JudgedExit judged) {
        Exit exit = judged.exit();
        String why = judged.because().stream().map(JudgedExit.Because::text).collect(Collectors.joining("; "));
        return new Step.Candidate(
                "exit:" + exit.file() + ":" + exit.line() + ":" + exit.returnLine() + ":"
                        + String.join("|", exit.values()),
                place(exit) + " " + String.join(" or ", exit.values())
                        + (judged.state() == JudgedExit.State.ELIMINATED ? " (eliminated)" : ""),
                why,
                judged.because().stream()
                        .map(JudgedExit.Because::grade)
                        .min(java.util.Comparator.naturalOrder())
                        .orElse(Grade.DERIVED),
                judged.because().stream()
                        .flatMap(b -> b.evidence().stream())
                        .distinct()
                        .toList(),
                at(answer, exit));
    }

    /// The branch that only the kernel that ran has: where another source contradicts the same evidence.
    private Optional<Step> difference(Answer main, List<Answer> others) {
        Optional<Answer> contradicted = others.stream()
                .filter(o -> o.verdict.state() == Verdict.State.NONE)
                .findFirst();
        if (contradicted.isEmpty() || main.verdict.state() != Verdict.State.ONE) {
            return Optional.empty();
        }
        Exit exit = main.result.orElseThrow().leaves().getFirst().exit();
        String other = contradicted.get().source.label();
        return Optional.of(new Step(
                Step.Kind.PATCH,
                "Only " + main.source.label() + " has this way out",
                "On the source " + other + " the same evidence leaves no way out of " + exit.function()
                        + ": that source is not the kernel that ran. The difference between the two is the condition at "
                        + place(exit) + ".",
                Grade.DERIVED,
                List.of(),
                null,
                List.of(),
                at(main, exit)));
    }

    private Verdict weakened(Verdict verdict, LabelledSource source, Failure failure) {
        SourceFit fit = SourceFit.of(source, ground.release());
        Verdict.Premise weakest = verdict.weakest();
        if (weakest == null || fit.grade().compareTo(weakest.grade()) > 0) {
            weakest = new Verdict.Premise(fit.text(), fit.grade());
        }
        if (failure.linkGrade().compareTo(weakest.grade()) > 0) {
            weakest = new Verdict.Premise(failure.linkWhy(), failure.linkGrade());
        }
        return new Verdict(verdict.state(), verdict.source(), verdict.exits(), verdict.summary(), weakest);
    }

    private static Verdict with(Verdict verdict, String caveats) {
        return verdict.state() == Verdict.State.NONE
                ? verdict
                : new Verdict(
                        verdict.state(),
                        verdict.source(),
                        verdict.exits(),
                        verdict.summary() + caveats,
                        verdict.weakest());
    }

    private static Verdict insufficient(Verdict verdict, String refused) {
        return new Verdict(
                Verdict.State.INSUFFICIENT,
                verdict.source(),
                verdict.exits(),
                "There is not enough evidence to say: " + refused + ". " + verdict.summary(),
                verdict.weakest());
    }

    private Verdict noSource() {
        String release = ground.release().map(r -> " of " + r.release()).orElse("");
        return new Verdict(
                Verdict.State.INSUFFICIENT,
                null,
                List.of(),
                "No source" + release + " is at hand: add a tree with --source LABEL=PATH.",
                null);
    }

    private static Verdict noBody(LabelledSource source, Failure failure) {
        return new Verdict(
                Verdict.State.INSUFFICIENT,
                source.label(),
                List.of(),
                "The source " + source.label() + " holds no body of " + failure.name()
                        + " or of any function that was probed in it.",
                null);
    }
}
