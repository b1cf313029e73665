package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.session.SourceIndexes;
import whence.app.task.Tasks;
import whence.app.view.shell.AboutCard;
import whence.bytes.Watch;
import whence.source.SourceTree;
import whence.source.cache.SourceCache;

class AboutTest {
    @TempDir
    Path folder;

    @Test
    void size_and_place_of_the_source_indexes_are_shown_and_they_can_be_removed() throws IOException {
        Path source = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(source.resolve("one.c"), "int one(void)\n{\n\treturn 1;\n}\n");
        SourceCache cache = new SourceCache(folder.resolve("kept"));
        SourceTree.open("one", source.toString(), cache, Watch.NONE);
        FxThread.run(() -> {
            AboutCard card = new AboutCard("1.0", new SourceIndexes(cache), Tasks.sameThread());
            Button empty = (Button) card.lookup("#cache-empty");
            Label size = (Label) card.lookup("#cache-size");
            assertTrue(size.getText().startsWith("1 tree, "), size.getText());
            assertEquals(cache.folder().toString(), ((TextField) card.lookup("#cache-place")).getText());
            empty.fire();
            assertEquals("No index is kept.", size.getText());
            assertTrue(empty.isDisabled());
            assertEquals(0, cache.bytes());
        });
    }
}
