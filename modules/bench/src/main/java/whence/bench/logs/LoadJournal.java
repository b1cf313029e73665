package whence.bench.logs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import whence.bytes.MappedFile;
import whence.bytes.Watch;
import whence.logs.journal.JournalFolder;
import whence.logs.journal.JournalReader;
import whence.timeline.Events;
import whence.timeline.Input;

/// Reads the journals of a directory into event columns, as opening it in the workbench does: `PATH`.
public final class LoadJournal {
    private LoadJournal() {}

    public static void main(String[] arguments) throws Exception {
        List<Events> all = new ArrayList<>();
        for (Path path : JournalFolder.files(List.of(Path.of(arguments[0])))) {
            MappedFile file = MappedFile.open(path);
            all.add(new JournalReader().read(new Input(path.toString(), file.bytes()), Watch.NONE));
        }
        System.out.println(all.stream().mapToInt(Events::count).sum() + " entries");
    }
}
