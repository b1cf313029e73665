package whence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongInputTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_missing_session_is_status_66_and_one_sentence_that_names_it() {
        Console run = Console.run("leads", folder.resolve("gone.whence").toString());
        assertEquals(66, run.status());
        assertTrue(run.err().contains("gone.whence"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void a_file_that_is_no_session_is_status_65() throws IOException {
        Path file = Files.write(folder.resolve("noise.whence"), new byte[] {1, 2, 3, 4, 0, 0, 7});
        Console run = Console.run("trail", "--json", file.toString());
        assertEquals(65, run.status(), run.err());
        assertEquals("", run.out());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "trail", "report x.whence", "trail --lead"})
    void a_wrong_command_line_is_status_2_and_says_where_help_is(String line) {
        Console run = Console.run(line.split(" "));
        assertEquals(2, run.status());
        assertTrue(run.err().contains("--help"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void an_unknown_ending_of_a_report_is_refused_before_any_work() {
        Console run = Console.run("report", "-o", folder.resolve("x.docx").toString(), "gone.whence");
        assertEquals(2, run.status());
        assertTrue(run.err().contains(".html"), run.err());
    }

    @Test
    void help_of_every_command_goes_to_standard_output() {
        for (String command : new String[] {"leads", "trail", "report", "pack"}) {
            Console run = Console.run(command, "--help");
            assertEquals(0, run.status(), command);
            assertTrue(run.out().contains("--json"), run.out());
        }
    }
}
