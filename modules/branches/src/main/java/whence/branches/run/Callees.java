package whence.branches.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Evidence;
import whence.branches.frame.Frame;
import whence.branches.value.Premise;

/// What evidence says of callees. Those known to have run have a bit each, in the order of the evidence: which of them
/// a way has called is part of what keeps ways apart.
final class Callees {
    /// So many callees are told apart; evidence of more is not used.
    private static final int MOST = 40;

    private final Evidence evidence;
    private final boolean inlined;
    private final int depth;
    /// Those that nothing but the text of the outermost function can call.
    private final long own;
    /// Those that ran somewhere inside: not known to have been called by the outermost function, or not named by its
    /// text. What returns to a function need not have been called by it: a callee may have ended in a jump to it (a
    /// tail call).
    private final long deep;

    private Callees(Evidence evidence, boolean inlined, int depth, long own, long deep) {
        this.evidence = evidence;
        this.inlined = inlined;
        this.depth = depth;
        this.own = own;
        this.deep = deep;
    }

    /// Of the outermost function.
    static Callees of(Frame frame, Frames frames, Evidence evidence) {
        return new Callees(evidence, true, 0, own(frame, evidence), deep(frame, frames, evidence));
    }

    /// Of a function that this one calls.
    ///
    /// @param inline whether its code is part of the outermost function
    Callees inside(boolean inline) {
        return new Callees(evidence, inlined && inline, depth + 1, own, deep);
    }

    private static long own(Frame frame, Evidence evidence) {
        long bits = 0;
        for (int i = 0; i < Math.min(evidence.ran().size(), MOST); i++) {
            Evidence.Ran one = evidence.ran().get(i);
            boolean alone = frame.surroundings.callsAlone(frame.function, one.callee());
            bits |= alone ? 1L << i : 0;
        }
        return bits;
    }

    private static long deep(Frame frame, Frames frames, Evidence evidence) {
        if (evidence.ran().isEmpty()) {
            return 0;
        }
        Mentions text = frames.mentions(frame.function.name(), List.of(frame.function));
        long bits = 0;
        for (int i = 0; i < Math.min(evidence.ran().size(), MOST); i++) {
            Evidence.Ran one = evidence.ran().get(i);
            bits |= one.direct() && text.words().contains(one.callee()) ? 0 : 1L << i;
        }
        return bits;
    }

    Evidence.@Nullable NotRan missed(String name) {
        return evidence.notRan().stream()
                .filter(one -> one.callee().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// What a callee gave; said of calls in this function and in code inlined into it only.
    Evidence.@Nullable Gave gave(String name) {
        return inlined
                ? evidence.gave().stream()
                        .filter(one -> one.callee().equals(name))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    long bit(String callee) {
        long bits = 0;
        List<Evidence.Ran> ran = evidence.ran();
        for (int i = 0; i < Math.min(ran.size(), MOST); i++) {
            bits |= ran.get(i).callee().equals(callee) ? 1L << i : 0;
        }
        return bits;
    }

    /// Every callee that may hide behind code of which nothing is known.
    long any() {
        return depth == 0 ? every() : unnamed();
    }

    /// Every callee that may hide behind unknown code from elsewhere, a macro or an inlined function: none that only
    /// the text of the outermost function can name.
    long unnamed() {
        return every() & ~own;
    }

    private long every() {
        int count = Math.min(evidence.ran().size(), MOST);
        return count == 0 ? 0 : (1L << count) - 1;
    }

    /// The callees that need not have been called by this function itself.
    long deep() {
        return deep & ~own;
    }

    /// The premises of everything that did not run.
    Set<Premise> notRun() {
        Set<Premise> because = new LinkedHashSet<>();
        evidence.notRan().forEach(one -> because.add(one.premise()));
        return because;
    }
}
