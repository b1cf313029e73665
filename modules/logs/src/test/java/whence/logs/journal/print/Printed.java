package whence.logs.journal.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.print.JournalPrinter.Form;
import whence.logs.journal.search.Merge;

/// Journals in memory, printed.
public final class Printed {
    private Printed() {}

    public static byte[] files(Form form, Optional<String> grep, byte[]... journals) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Merge.Named> files = IntStream.range(0, journals.length)
                .mapToObj(i -> new Merge.Named("journal " + i, JournalFile.of(Bytes.of(journals[i]))))
                .toList();
        JournalPrinter.printFiles(files, form, out, grep, Watch.NONE);
        return out.toByteArray();
    }
}
