package whence.trail.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import whence.branches.Exit;
import whence.branches.JudgedExit;
import whence.evidence.Grade;
import whence.trail.Verdict;

/// Puts what a descent left into a verdict with its sentence and its weakest premise.
public final class Conclusion {
    private static final int NAMED = 4;

    private Conclusion() {}

    /// @param errno as `-EINVAL`
    public static Verdict of(String source, String errno, Descent.Result result) {
        List<JudgedExit> left = result.leaves();
        Verdict.State state =
                left.isEmpty() ? Verdict.State.NONE : left.size() == 1 ? Verdict.State.ONE : Verdict.State.SEVERAL;
        return new Verdict(state, source, exits(result), sentence(state, source, errno, result), weakest(result));
    }

    /// The leaves, then everything that was eliminated on the way.
    private static List<JudgedExit> exits(Descent.Result result) {
        List<JudgedExit> all = new java.util.ArrayList<>(result.leaves());
        for (Descent.Level level : result.levels().reversed()) {
            level.judged().exits().stream()
                    .filter(e -> e.state() == JudgedExit.State.ELIMINATED)
                    .forEach(all::add);
        }
        return all;
    }

    private static String sentence(Verdict.State state, String source, String errno, Descent.Result result) {
        List<JudgedExit> left = result.leaves();
        Descent.Level last = result.levels().getLast();
        return switch (state) {
            case ONE -> errno + " was returned by " + place(left.getFirst().exit()) + " in the source " + source + ".";
            case SEVERAL ->
                "The evidence leaves " + left.size() + " ways to " + errno + " in the source " + source + ": "
                        + left.stream().limit(NAMED).map(e -> place(e.exit())).collect(Collectors.joining("; "))
                        + (left.size() > NAMED ? "; and more." : ".");
            case NONE ->
                "No way out of " + last.judged().function() + " in the source " + source
                        + " agrees with the evidence: this is not the source of the kernel that ran.";
            case INSUFFICIENT, EXPLAINED -> "";
        };
    }

    /// `kernel/bpf/syscall.c:1176 (bpf_prog_load)`, with the condition that decides it.
    static String place(Exit exit) {
        Exit.Guard guard = exit.guard();
        String condition = guard == null
                ? ""
                : guard.takenWhen()
                        ? ", taken when " + flat(guard.text())
                        : ", taken when not (" + flat(guard.text()) + ")";
        return exit.function() + " at " + exit.file() + ":" + exit.line() + condition;
    }

    static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /// The weakest of everything that took part in felling an exit: were it wrong, that exit might be back.
    private static Verdict.Premise weakest(Descent.Result result) {
        Optional<JudgedExit.Because> felled = result.levels().stream()
                .flatMap(l -> l.judged().exits().stream())
                .filter(e -> e.state() == JudgedExit.State.ELIMINATED)
                .flatMap(e -> e.because().stream())
                .max(Comparator.comparing(JudgedExit.Because::grade));
        return felled.map(b -> new Verdict.Premise(b.text(), b.grade()))
                .orElse(new Verdict.Premise("the errno of the call", Grade.OBSERVED));
    }
}
