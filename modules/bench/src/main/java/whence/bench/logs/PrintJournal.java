package whence.bench.logs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import whence.bytes.Watch;
import whence.logs.journal.print.JournalPrinter;

/// Prints a journal as `whence journal` does, with nothing of the command line around it: `PATH FORM [WORD]`.
public final class PrintJournal {
    private PrintJournal() {}

    public static void main(String[] arguments) throws Exception {
        Optional<String> grep = arguments.length > 2 ? Optional.of(arguments[2]) : Optional.empty();
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            JournalPrinter.print(
                    List.of(Path.of(arguments[0])), JournalPrinter.Form.valueOf(arguments[1]), out, grep, Watch.NONE);
        }
    }
}
