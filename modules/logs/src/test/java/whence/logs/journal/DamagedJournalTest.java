package whence.logs.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.logs.Readings;
import whence.logs.journal.file.Entries;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.JournalHeader;
import whence.timeline.Events;
import whence.timeline.Input;

/// Whatever is wrong in a journal costs what is wrong and no more, and journalctl never shows an entry that is missed
/// here.
class DamagedJournalTest {
    private static final int STEP = 4096;
    private static final long MOST_MEMORY = 256 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"keyed0-compact0-plain", "keyed1-compact1-zstd"})
    void a_cut_costs_no_entry_in_front_of_it(String variant) throws IOException {
        byte[] journal = Journals.journal(variant);
        JournalFile file = JournalFile.of(Bytes.of(journal));
        Entries whole = Entries.of(file, "whole", Watch.NONE);
        for (int cut = (int) whole.get(0) & -STEP; cut < whole.get(Journals.ENTRIES - 1) + STEP; cut += STEP) {
            int expected = 0;
            for (int i = 0; i < whole.count(); i++) {
                expected += whole.get(i) + file.size(whole.get(i)) <= cut ? 1 : 0;
            }
            Events events = read(Bytes.of(journal).slice(0, cut));
            assertEquals(expected, events.count(), "cut at " + cut);
            assertFalse(events.losses().isEmpty());
        }
    }

    @Test
    void a_hole_in_the_middle_leaves_what_lies_behind_it() throws IOException {
        byte[] journal = Journals.journal("keyed0-compact0-plain");
        Entries whole = Entries.of(JournalFile.of(Bytes.of(journal)), "whole", Watch.NONE);
        int from = (int) whole.get(40);
        int to = (int) whole.get(50);
        java.util.Arrays.fill(journal, from, to, (byte) 0x55);
        Events events = read(Bytes.of(journal));
        assertEquals(Journals.ENTRIES - 10, events.count());
        assertFalse(events.losses().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyed0-compact0-plain", "keyed1-compact1-zstd"})
    void one_wrong_byte_or_word_costs_one_entry_at_most(String variant) throws IOException {
        mutate(variant, 100);
    }

    @Tag("deep")
    @ParameterizedTest
    @ValueSource(strings = {"keyed0-compact0-plain", "keyed1-compact1-zstd"})
    void ten_thousand_wrong_bytes_and_words(String variant) throws IOException {
        mutate(variant, 5_000);
    }

    private static void mutate(String variant, int seeds) throws IOException {
        byte[] journal = Journals.journal(variant);
        for (int seed = 0; seed < seeds; seed++) {
            Mutation mutation = Mutation.of(seed, journal);
            mutation.apply(journal);
            Events events = read(Bytes.of(journal));
            // In the header a flag or the state may be hit, and then journalctl refuses the file as well.
            if (mutation.at >= JournalHeader.SMALLEST) {
                assertTrue(events.count() >= Journals.ENTRIES - 1, mutation + " leaves " + events.count());
            }
            mutation.undo(journal);
        }
    }

    /// Hits of every mutation are counted by journalctl too; it may only ever find as many.
    @Tag("deep")
    @ParameterizedTest
    @ValueSource(strings = {"keyed0-compact0-plain", "keyed1-compact1-zstd"})
    void journalctl_finds_no_entry_that_is_missed(String variant) throws Exception {
        byte[] journal = Journals.journal(variant);
        Path path = folder.resolve("mutated.journal");
        for (int seed = 0; seed < 300; seed++) {
            Mutation mutation = Mutation.of(seed, journal);
            mutation.apply(journal);
            Files.write(path, journal);
            int shown = shownByJournalctl(path);
            int found = read(Bytes.of(journal)).count();
            assertTrue(found >= shown, mutation + ": journalctl shows " + shown + ", found " + found);
            mutation.undo(journal);
        }
    }

    private static int shownByJournalctl(Path path) throws Exception {
        Process process = new ProcessBuilder(
                        "journalctl", "-q", "--no-pager", "-o", "json", "--output-fields=PRIORITY", "--file=" + path)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        process.waitFor();
        int lines = 0;
        for (byte b : output) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }

    /// Reads a file, and counts what that allocates, which is at least what it takes at any time.
    private static Events read(Bytes journal) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Events events = new JournalReader().read(new Input("system.journal", journal), Watch.NONE);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < MOST_MEMORY, allocated + " bytes allocated for " + journal.size());
        return events;
    }

    /// All that is shown of a damaged file stays within the same bound, row by row.
    @ParameterizedTest
    @ValueSource(strings = {"keyed0-compact0-plain", "keyed1-compact1-zstd"})
    void looking_at_a_damaged_file_is_bounded_too(String variant) throws IOException {
        byte[] journal = Journals.journal(variant);
        for (int seed = 0; seed < 20; seed++) {
            Mutation mutation = Mutation.of(seed, journal);
            mutation.apply(journal);
            Input input = new Input("system.journal", Bytes.of(journal));
            JournalReader reader = new JournalReader();
            Events events = reader.read(input, Watch.NONE);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int row = 0; row < events.count(); row++) {
                reader.text(input, events, row);
                reader.detail(input, events, row);
            }
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < MOST_MEMORY, mutation + ": " + allocated + " bytes");
            mutation.undo(journal);
        }
    }

    /// A letter flipped in a message is noticed where somebody opens the entry.
    @ParameterizedTest
    @ValueSource(strings = {"keyed0-compact0-plain", "keyed1-compact1-zstd"})
    void a_payload_that_is_not_what_was_written_is_said_to_be_damaged(String variant) throws IOException {
        byte[] journal = Journals.journal(variant);
        Readings whole = Readings.of("journal", Bytes.of(journal), Map.of());
        assertEquals(0, damaged(whole), "no payload of a sound file is");
        byte[] message = "MESSAGE=Invalid ELF header magic".getBytes(StandardCharsets.US_ASCII);
        journal[indexOf(journal, message) + 10] ^= 1;
        Readings log = Readings.of("journal", Bytes.of(journal), Map.of());
        assertTrue(damaged(log) > 0);
        assertEquals(Journals.ENTRIES, log.events().count());
    }

    /// Compressed payloads cannot be read once they are damaged: the entry stays, and says so.
    @Test
    void a_compressed_message_that_is_damaged_costs_the_message() throws IOException {
        byte[] journal = Journals.journal("keyed1-compact1-zstd");
        byte[] frame = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
        for (int at = indexOf(journal, frame); at >= 0; at = indexOf(journal, frame)) {
            journal[at + 1] = 0;
        }
        Readings log = Readings.of("journal", Bytes.of(journal), Map.of());
        assertEquals(Journals.ENTRIES, log.events().count());
        assertTrue(damaged(log) > 0);
        long said = log.texts().stream()
                .filter(text -> text.startsWith("[a field cannot be read: the compressed payload"))
                .count();
        assertTrue(said > 0, () -> String.join("\n", log.texts()));
    }

    private static long damaged(Readings log) {
        return IntStream.range(0, log.events().count())
                .mapToObj(row -> log.reader().detail(log.input(), log.events(), row))
                .flatMap(entry -> entry.children().stream())
                .filter(field -> field.name().equals("damaged")
                        || field.children().stream().anyMatch(one -> one.name().equals("damaged")))
                .count();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
    }

    /// One byte flipped, or one word set to lie, somewhere among the objects.
    private record Mutation(int seed, int at, long before, long after) {
        static Mutation of(int seed, byte[] journal) {
            SplittableRandom random = new SplittableRandom(seed);
            ByteBuffer bytes = ByteBuffer.wrap(journal).order(ByteOrder.LITTLE_ENDIAN);
            int at;
            do {
                at = random.nextInt(journal.length / 8) * 8;
            } while (bytes.getLong(at) == 0);
            long before = bytes.getLong(at);
            long after = switch (random.nextInt(4)) {
                case 0 -> before ^ 1L << random.nextInt(64);
                case 1 -> before + 8L * random.nextInt(-100, 100);
                case 2 -> random.nextLong();
                default -> random.nextInt(journal.length) & ~7;
            };
            return new Mutation(seed, at, before, after);
        }

        void apply(byte[] journal) {
            ByteBuffer.wrap(journal).order(ByteOrder.LITTLE_ENDIAN).putLong(at, after);
        }

        void undo(byte[] journal) {
            ByteBuffer.wrap(journal).order(ByteOrder.LITTLE_ENDIAN).putLong(at, before);
        }
    }
}
