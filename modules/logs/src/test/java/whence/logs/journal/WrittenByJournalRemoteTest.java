package whence.logs.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.MappedFile;
import whence.bytes.Watch;
import whence.logs.journal.print.JournalPrinter;
import whence.logs.journal.print.JournalPrinter.Form;
import whence.timeline.Input;

/// Every kind of file that systemd-journal-remote can write, and directories of several writers, machines and boots,
/// read by journalctl and by this module.
@Tag("deep")
class WrittenByJournalRemoteTest {
    private static final String BOOT = "ae0e3fa746344611b31a7bd19b8deea8";
    private static final String OTHER_BOOT = "11112222333344445555666677778888";
    private static final String MACHINE = "_MACHINE_ID=";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0, 0, 1",
        "0, 1, 0",
        "0, 1, 1",
        "1, 0, 0",
        "1, 0, 1",
        "1, 1, 0",
        "1, 1, 1",
        "1, 1, XZ",
        "0, 0, XZ",
        "1, 1, LZ4",
        "0, 0, LZ4",
        "1, 1, ZSTD",
        "0, 0, ZSTD"
    })
    void every_variant_gives_what_journalctl_gives(String keyed, String compact, String compress) throws Exception {
        Path file = folder.resolve("written.journal");
        JournalRemote.write(
                export(),
                file,
                Map.of(
                        "SYSTEMD_JOURNAL_KEYED_HASH", keyed,
                        "SYSTEMD_JOURNAL_COMPACT", compact,
                        "SYSTEMD_JOURNAL_COMPRESS", compress));
        byte[] expected = JournalRemote.journalctl("--file=" + file, "-o", "export");
        assertTrue(expected.length > 100_000);
        assertArrayEquals(expected, print(file, Form.EXPORT));
        try (MappedFile mapped = MappedFile.open(file)) {
            Input input = new Input("written.journal", mapped.bytes());
            assertEquals(
                    Journals.ENTRIES,
                    SweptRows.of(input, Watch.NONE).orElseThrow().count(),
                    "an undamaged file is read in one sweep");
        }
    }

    /// One boot by two writers whose real times disagree by an hour: the monotonic clock decides. Later come a boot of
    /// another machine and another boot.
    @Test
    void boots_and_writers_of_a_directory_come_in_the_order_of_journalctl() throws Exception {
        writeBoots("17");
        for (String form : List.of("export", "cat")) {
            byte[] expected = JournalRemote.journalctl("--directory=" + folder, "-o", form, "--all");
            assertArrayEquals(expected, print(folder, Form.valueOf(form.toUpperCase(Locale.ROOT))), form);
        }
    }

    /// Where the real times of one boot's two writers enclose another boot, no order satisfies both clocks; journalctl
    /// then passes over entries.
    @Test
    void clocks_that_contradict_each_other_cost_no_entry() throws Exception {
        writeBoots("13");
        int shown = entries(JournalRemote.journalctl("--directory=" + folder, "-o", "export"));
        assertTrue(shown < 4 * Journals.ENTRIES, "journalctl shows " + shown);
        assertEquals(4 * Journals.ENTRIES, entries(print(folder, Form.EXPORT)));
    }

    private static int entries(byte[] export) {
        return new String(export, StandardCharsets.ISO_8859_1).split("__CURSOR=", -1).length - 1;
    }

    /// @param between the hour of the other machine's boot: the writers of the first have 11 and 15, the last boot 19
    private void writeBoots(String between) throws Exception {
        String entries = new String(export(), StandardCharsets.ISO_8859_1);
        write("a.journal", entries);
        write("b.journal", at("15", entries));
        write("c.journal", at("19", entries).replace(BOOT, OTHER_BOOT));
        write(
                "d.journal",
                at(between, entries)
                        .replace(BOOT, "9999" + BOOT.substring(4))
                        .replaceAll(MACHINE + "[0-9a-f]{4}", MACHINE + "abcd"));
    }

    private static String at(String thousandSeconds, String entries) {
        return entries.replace("__REALTIME_TIMESTAMP=1795211", "__REALTIME_TIMESTAMP=17952" + thousandSeconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"elf header", "linux", "service.*success", "[0-9]{3}"})
    void a_search_in_several_files_finds_what_journalctl_finds(String pattern) throws Exception {
        String entries = new String(export(), StandardCharsets.ISO_8859_1);
        write("a.journal", entries);
        write("b.journal", at("19", entries).replace(BOOT, OTHER_BOOT));
        byte[] expected = JournalRemote.journalctl("--directory=" + folder, "-o", "export", "--all", "--grep", pattern);
        assertTrue(expected.length > 1000, () -> "only " + expected.length + " bytes");
        assertArrayEquals(expected, print(folder, Form.EXPORT, Optional.of(pattern)));
    }

    private void write(String name, String entries) throws Exception {
        Path file = folder.resolve(name);
        JournalRemote.write(entries.getBytes(StandardCharsets.ISO_8859_1), file, new HashMap<>());
        assertTrue(Files.size(file) > 0);
    }

    private static byte[] export() throws IOException {
        return Journals.export("keyed1-compact1-zstd");
    }

    private static byte[] print(Path path, Form form) throws IOException {
        return print(path, form, Optional.empty());
    }

    private static byte[] print(Path path, Form form, Optional<String> grep) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalPrinter.print(List.of(path), form, out, grep, Watch.NONE);
        return out.toByteArray();
    }
}
