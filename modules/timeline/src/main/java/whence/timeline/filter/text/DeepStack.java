package whence.timeline.filter.text;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/// Some regular expressions (`(a|aa)+`) go a step deeper into the stack with each character. What overflows an ordinary
/// stack is asked again on one that is large enough for texts of millions of characters.
final class DeepStack {
    private static final long BYTES = 512L << 20;

    private DeepStack() {}

    /// What the question answers; `false` where even the large stack overflows.
    static boolean ask(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (StackOverflowError shallow) {
            return again(question);
        }
    }

    private static boolean again(BooleanSupplier question) {
        FutureTask<Boolean> task = new FutureTask<>(question::getAsBoolean);
        Thread deep = new Thread(null, task, "deep-regex", BYTES);
        deep.setDaemon(true);
        deep.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof StackOverflowError) {
                return false;
            }
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new CompletionException(failure.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
