package whence.cli.command.input;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import whence.bytes.Watch;

/// One line on a terminal that says how far a long call is; redrawn at most ten times a second, and gone before
/// anything else is written to a stream that stands [#behind] it, and when the program ends, Ctrl-C included.
public final class ProgressLine {
    private static final long INTERVAL_NS = 100_000_000;
    private static final int WIDTH = 30;
    /// Of what is being done: with this and the bar a line fits in 80 columns.
    private static final int LONGEST = 38;

    private final OutputStream terminal;
    private final AtomicLong lastDrawn = new AtomicLong(System.nanoTime());
    private boolean drawn;
    private boolean hooked;

    public ProgressLine(OutputStream terminal) {
        this.terminal = terminal;
    }

    /// Draws how far something is.
    ///
    /// @param what is being done, in a few words, which stand before the bar
    public Watch of(String what) {
        String label = what.length() <= LONGEST ? what : what.substring(0, LONGEST - 1) + "…";
        return (done, total) -> {
            long now = System.nanoTime();
            long last = lastDrawn.get();
            if (total > 0 && now - last >= INTERVAL_NS && lastDrawn.compareAndSet(last, now)) {
                draw(label, done, total);
            }
        };
    }

    private synchronized void draw(String label, long done, long total) {
        if (!hooked) {
            hooked = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::erase, "progress"));
        }
        int filled = Math.clamp(done * WIDTH / total, 0, WIDTH);
        String bar = "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done * 100 / total + " %";
        drawn = true;
        write("\r\033[K" + label + (label.isEmpty() ? "" : " ") + bar + "\r");
    }

    private synchronized void erase() {
        if (drawn) {
            drawn = false;
            write("\r\033[K");
        }
    }

    private void write(String text) {
        try {
            terminal.write(text.getBytes(StandardCharsets.UTF_8));
            terminal.flush();
        } catch (IOException closed) {
            // Nobody looks at the terminal any more.
        }
    }

    /// A stream that erases the line before it writes.
    public OutputStream behind(OutputStream stream) {
        return new FilterOutputStream(stream) {
            @Override
            public void write(int one) throws IOException {
                erase();
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                erase();
                out.write(bytes, from, length);
            }
        };
    }
}
