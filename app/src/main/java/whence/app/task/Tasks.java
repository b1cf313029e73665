package whence.app.task;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import whence.bytes.CancelledException;

/// Runs work off the JavaFX thread and hands results back through the gate. Work has a key; of two with the same
/// key only the newest one's result is shown, and the older is told to stop.
public final class Tasks {
    private static final System.Logger LOG = System.getLogger(Tasks.class.getName());

    private final Executor executor;
    private final FxGate gate;
    private final Map<String, Ticket> newest = new ConcurrentHashMap<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);

    public Tasks(Executor executor, FxGate gate) {
        this.executor = executor;
        this.gate = gate;
    }

    /// Work on the calling thread, results at once: for tests and pictures.
    public static Tasks sameThread() {
        return new Tasks(Runnable::run, FxGate.sameThread());
    }

    /// Starts work; an earlier one of the same key is cancelled and its result dropped.
    ///
    /// @param title what the status bar says meanwhile; empty for work too short to mention
    /// @param show gets the result on the JavaFX thread
    /// @param fail gets one sentence on the JavaFX thread
    public <T> void latest(String key, String title, Work<T> work, Consumer<T> show, Consumer<String> fail) {
        Ticket ticket = new Ticket(key, title);
        Ticket older = newest.put(key, ticket);
        if (older != null) {
            older.cancelled = true;
        }
        gate.run(this::showBusy);
        executor.execute(() -> run(ticket, work, show, fail));
    }

    /// Stops the work of a key; nothing of it will be shown.
    public void cancel(String key) {
        Ticket ticket = newest.remove(key);
        if (ticket != null) {
            ticket.cancelled = true;
            gate.run(this::showBusy);
        }
    }

    /// Stops everything that has a title.
    public void cancelAll() {
        newest.values().stream().filter(t -> !t.title.isEmpty()).forEach(t -> cancel(t.key));
    }

    /// What is running, in words; empty where nothing is. JavaFX thread.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// How far it is, 0 to 1; negative where nobody knows. JavaFX thread.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    // The task gate: the one place that catches everything, so that no fault of any pane reaches the user as a trace.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private <T> void run(Ticket ticket, Work<T> work, Consumer<T> show, Consumer<String> fail) {
        try {
            T result = work.run(ticket);
            finish(ticket, () -> show.accept(result), () -> discard(result));
        } catch (CancelledException | CancellationException stopped) {
            finish(ticket, () -> {}, () -> {});
        } catch (Exception | StackOverflowError | OutOfMemoryError failure) {
            LOG.log(System.Logger.Level.DEBUG, ticket.key, failure);
            finish(ticket, () -> fail.accept(Failures.sentence(failure)), () -> {});
        }
    }

    private void finish(Ticket ticket, Runnable then, Runnable otherwise) {
        gate.run(() -> {
            if (newest.remove(ticket.key, ticket)) {
                showBusy();
                then.run();
            } else {
                otherwise.run();
            }
        });
    }

    // A session that nobody wants any more holds files open.
    private static void discard(@Nullable Object result) {
        if (result instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception failure) {
                LOG.log(System.Logger.Level.DEBUG, "discarded", failure);
            }
        }
    }

    private void showBusy() {
        Ticket busy = newest.values().stream()
                .filter(t -> !t.title.isEmpty())
                .findFirst()
                .orElse(null);
        title.set(busy == null ? "" : busy.title);
        // A part that is done says nothing of those that follow it.
        progress.set(busy == null ? 0 : busy.share >= 1 ? -1 : busy.share);
    }

    private final class Ticket implements Stages {
        private final String key;
        private volatile String title;
        private volatile boolean cancelled;
        private volatile double share = -1;

        Ticket(String key, String title) {
            this.key = key;
            this.title = title;
        }

        @Override
        public void progress(long done, long total) {
            double now = total <= 0 ? -1 : Math.floor(100.0 * done / total) / 100;
            if (now != share) {
                share = now;
                gate.run(Tasks.this::showBusy);
            }
        }

        @Override
        public void stage(String now) {
            title = now;
            share = -1;
            gate.run(Tasks.this::showBusy);
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
