package whence.logs.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import whence.logs.journal.print.JournalPrinter.Form;
import whence.logs.journal.print.Printed;

/// Small journals cut from a real one (101 entries), written by systemd-journal-remote 252 in its variants, each with
/// what `journalctl -o export` of the same release gives for it.
final class Journals {
    static final int ENTRIES = 101;
    static final List<String> VARIANTS =
            List.of("keyed0-compact0-plain", "keyed1-compact0-zstd", "keyed0-compact1-plain", "keyed1-compact1-zstd");

    private Journals() {}

    static byte[] journal(String variant) throws IOException {
        return resource(variant + ".journal.gz");
    }

    static byte[] export(String variant) throws IOException {
        return resource(variant + ".export.gz");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Journals.class.getResourceAsStream("/journals/" + name)) {
            return new GZIPInputStream(Objects.requireNonNull(in)).readAllBytes();
        }
    }

    static byte[] print(Form form, byte[]... journals) throws IOException {
        return print(form, Optional.empty(), journals);
    }

    static byte[] print(Form form, Optional<String> grep, byte[]... journals) throws IOException {
        return Printed.files(form, grep, journals);
    }
}
