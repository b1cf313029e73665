package whence.session.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsavedTest {
    @TempDir
    Path folder;

    @Test
    void an_edit_that_cannot_be_written_is_said_and_goes_with_the_next_that_can() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("state"), "no folder");
        Notebook notebook = new Notebook(List.of(), Autosave.in(inTheWay, "one"));
        notebook.assume("runs-failed-alike");
        assertTrue(
                notebook.unsaved().orElse("").startsWith("Notes cannot be saved in "),
                notebook.unsaved().toString());
        Files.delete(inTheWay);
        notebook.choose("call:1");
        assertEquals(Optional.empty(), notebook.unsaved());
        Notebook again = new Notebook(List.of(), Autosave.in(inTheWay, "one"));
        assertEquals(List.of("runs-failed-alike"), again.assumptions());
        assertEquals(List.of("call:1"), again.choices());
    }
}
