package whence.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import whence.bytes.Watch;

/// One line on a terminal that says how far a long call is; redrawn at most ten times a second.
final class ProgressLine implements Watch {
    private static final long INTERVAL_NS = 100_000_000;
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final AtomicLong lastDrawn = new AtomicLong(System.nanoTime());

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void progress(long done, long total) {
        long now = System.nanoTime();
        long last = lastDrawn.get();
        if (total <= 0 || now - last < INTERVAL_NS || !lastDrawn.compareAndSet(last, now)) {
            return;
        }
        int filled = Math.clamp(done * WIDTH / total, 0, WIDTH);
        err.print("\r\033[K[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done * 100 / total + " %\r");
        err.flush();
    }
}
