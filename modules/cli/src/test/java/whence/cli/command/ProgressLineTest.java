package whence.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import whence.bytes.Watch;
import whence.cli.command.input.ProgressLine;

/// What a terminal shows of a bar: a line that is written over, and nothing of it when something else is printed.
class ProgressLineTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final ProgressLine line = new ProgressLine(terminal);

    @Test
    void the_bar_is_gone_before_a_shorter_line_is_printed() throws IOException {
        try (PrintStream out = new PrintStream(line.behind(terminal), true, StandardCharsets.UTF_8)) {
            drawn(line.of("indexing linux"), 3, 4);
            assertEquals("indexing linux [######################        ] 75 %", shown());
            out.print("a");
            assertEquals("a", shown());
            out.print("b");
            assertEquals("ab", shown());
        }
    }

    @Test
    void a_long_name_is_cut_so_that_the_bar_fits_on_the_line() {
        drawn(line.of("indexing " + "linux-".repeat(20)), 0, 4);
        assertTrue(shown().length() < 80, shown());
        assertTrue(shown().endsWith("[" + " ".repeat(30) + "] 0 %"), shown());
    }

    @Test
    void nothing_is_drawn_of_work_whose_end_nobody_knows() {
        line.of("").progress(7, 0);
        assertEquals("", shown());
    }

    /// Tells progress until it is drawn, which is at most ten times a second.
    private void drawn(Watch watch, long done, long total) {
        int before = terminal.size();
        while (terminal.size() == before) {
            watch.progress(done, total);
            Thread.onSpinWait();
        }
    }

    /// The line that the cursor is in.
    private String shown() {
        StringBuilder shown = new StringBuilder();
        int column = 0;
        String written = terminal.toString(StandardCharsets.UTF_8).replace("\033[K", "\033");
        for (char c : written.toCharArray()) {
            switch (c) {
                case '\r' -> column = 0;
                case '\033' -> shown.setLength(column);
                default -> {
                    shown.replace(column, Math.min(shown.length(), column + 1), String.valueOf(c));
                    column++;
                }
            }
        }
        return shown.toString();
    }
}
