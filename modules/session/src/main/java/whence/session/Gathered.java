package whence.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import whence.bytes.CancelledException;
import whence.bytes.Watch;

/// Work on many things at once with the results in the order of the things.
final class Gathered {
    private Gathered() {}

    static <T, R> List<R> inOrder(ExecutorService pool, Collection<T> things, Function<T, R> work, Watch watch) {
        List<CompletableFuture<R>> running = new ArrayList<>();
        for (T thing : things) {
            running.add(CompletableFuture.supplyAsync(() -> work.apply(thing), pool));
        }
        List<R> results = new ArrayList<>();
        for (CompletableFuture<R> future : running) {
            results.add(joined(future));
            watch.progress(results.size(), things.size());
        }
        return results;
    }

    private static <R> R joined(CompletableFuture<R> future) {
        try {
            return future.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof CancelledException cancelled) {
                throw cancelled;
            }
            throw failure;
        }
    }
}
