package whence.app;

import java.util.List;
import whence.branches.Exit;
import whence.branches.JudgedExit;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;

/// The trail of the capture made by hand: from the line over the call to the exit.
final class HandMadeTrail {
    private HandMadeTrail() {}

    static Trail of(Lead lead) {
        Step.Candidate taken = new Step.Candidate(
                "c1",
                "bpf() of 4711",
                "the only call that failed so",
                Grade.DERIVED,
                List.of(HandMade.callSpan()),
                new Ref.Event(HandMade.STRACE, 1));
        Step.Candidate other = new Step.Candidate(
                "c2",
                "write() of 4711",
                "it did not fail",
                Grade.DERIVED,
                List.of(),
                new Ref.Event(HandMade.STRACE, 2));
        List<Step> steps = List.of(
                new Step(
                        Step.Kind.LINE,
                        "The program says that the load failed",
                        "It stands in its output.",
                        Grade.OBSERVED,
                        List.of(HandMade.lineSpan()),
                        null,
                        List.of(),
                        new Ref.Event(HandMade.OUTPUT, 0)),
                new Step(
                        Step.Kind.CALL,
                        "bpf(BPF_PROG_LOAD) gave EINVAL",
                        "It is the only bpf call that failed.",
                        Grade.DERIVED,
                        List.of(HandMade.callSpan()),
                        "c1",
                        List.of(taken, other),
                        new Ref.Event(HandMade.STRACE, 1)),
                new Step(
                        Step.Kind.SYMBOL,
                        "The kernel's bpf_prog_load",
                        "The probe stands on it.",
                        Grade.OBSERVED,
                        List.of(),
                        null,
                        List.of(),
                        new Ref.Symbol("bpf_prog_load", 0xffffffff81000010L)),
                new Step(
                        Step.Kind.EXIT,
                        "Line 1176 returned it",
                        "One exit is left.",
                        Grade.DERIVED,
                        List.of(HandMade.callSpan()),
                        null,
                        List.of(),
                        new Ref.Source(HandMade.TREE, HandMade.FILE, 1176)),
                new Step(
                        Step.Kind.PATCH,
                        "The condition was added by the distribution",
                        "The other source has no such line.",
                        Grade.DERIVED,
                        List.of(),
                        null,
                        List.of(),
                        new Ref.Source(HandMade.TREE, HandMade.FILE, 1175)));
        Verdict verdict = new Verdict(
                Verdict.State.ONE,
                HandMade.TREE,
                exits(),
                "bpf_prog_load returned -EINVAL at line 1176.",
                new Verdict.Premise("the source is the one that ran", Grade.ASSUMED));
        Verdict none = new Verdict(
                Verdict.State.NONE, HandMade.OTHER, List.of(), "No exit survives: this source did not run.", null);
        return new Trail(
                lead,
                steps,
                verdict,
                List.of(none),
                List.of(new Trail.NextProbe(
                        "bpftrace -e 'kprobe:is_test_type { @ = count(); }'", "bpftrace", "hit: line 1176")),
                List.of());
    }

    private static List<JudgedExit> exits() {
        return List.of(
                new JudgedExit(
                        exit(1173, "-EACCES", "!capable(CAP_SYS_ADMIN)"),
                        JudgedExit.State.ELIMINATED,
                        List.of(new JudgedExit.Because(
                                "value", "EACCES is not EINVAL", Grade.OBSERVED, List.of(HandMade.callSpan())))),
                new JudgedExit(
                        exit(1176, "-EINVAL", "type != BPF_PROG_TYPE_KPROBE"), JudgedExit.State.SURVIVES, List.of()),
                new JudgedExit(exit(1179, "?", null), JudgedExit.State.UNKNOWN, List.of()));
    }

    private static Exit exit(int line, String value, String guard) {
        return new Exit(
                "bpf_prog_load",
                HandMade.FILE,
                line,
                line,
                List.of(value),
                guard == null ? null : new Exit.Guard(guard, line - 1, true),
                Exit.Kind.CONSTANT,
                null);
    }
}
