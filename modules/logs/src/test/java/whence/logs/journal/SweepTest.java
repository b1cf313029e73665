package whence.logs.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.print.JournalPrinter.Form;
import whence.timeline.Events;
import whence.timeline.Field;
import whence.timeline.Input;

/// What is read in one sweep is what is read by following the links.
class SweepTest {
    static final List<String> VARIANTS = Journals.VARIANTS;

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void a_sweep_gives_the_same_rows_as_the_links(String variant) throws IOException {
        Input input = new Input("system.journal", Bytes.of(Journals.journal(variant)));
        Events swept = SweptRows.of(input, Watch.NONE).orElseThrow();
        assertEquals(rows(JournalReader.readCarefully(input, Watch.NONE)), rows(swept));
        assertEquals(Journals.ENTRIES, swept.count());
    }

    @Test
    void an_entry_that_is_not_linked_is_left_to_the_careful_reader() throws IOException {
        byte[] journal = Journals.journal("keyed0-compact0-plain");
        int array = (int) JournalFile.of(Bytes.of(journal)).header().entryArrayOffset();
        java.util.Arrays.fill(journal, array + 24, array + 32, (byte) 0);
        Input input = new Input("system.journal", Bytes.of(journal));
        assertTrue(SweptRows.of(input, Watch.NONE).isEmpty());
        assertEquals(
                Journals.ENTRIES, new JournalReader().read(input, Watch.NONE).count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"elf", "ELF", "e.f header", "^pci", "usb|elf", "x\\x7fELF", "", "nothing like it", "(?i)ELF"})
    void a_search_finds_what_looking_at_each_entry_finds(String pattern) throws IOException {
        byte[] journal = Journals.journal("keyed1-compact1-zstd");
        byte[] other = Journals.journal("keyed0-compact0-plain");
        byte[] unlinked = journal.clone();
        unlinked[136] ^= 8; // the header names no last object any more, so nothing is swept
        Optional<String> grep = Optional.of(pattern);
        byte[] expected = Journals.print(Form.EXPORT, grep, unlinked);
        assertArrayEquals(expected, Journals.print(Form.EXPORT, grep, journal));
        assertArrayEquals(expected, Journals.print(Form.EXPORT, grep, journal, journal));
        assertArrayEquals(
                Journals.print(Form.EXPORT, grep, unlinked, other), Journals.print(Form.EXPORT, grep, journal, other));
    }

    @Test
    void an_unlinked_file_is_not_swept() throws IOException {
        byte[] journal = Journals.journal("keyed1-compact1-zstd");
        journal[136] ^= 8;
        assertFalse(SweptRows.of(new Input("x", Bytes.of(journal)), Watch.NONE).isPresent());
    }

    private static List<String> rows(Events events) {
        TreeMap<String, Field> fields = new TreeMap<>();
        events.fields().forEach(f -> fields.put(f.name(), f));
        return IntStream.range(0, events.count())
                .mapToObj(row -> row(events, fields, row))
                .toList();
    }

    private static String row(Events events, TreeMap<String, Field> fields, int row) {
        StringBuilder all = new StringBuilder();
        all.append(events.span(row))
                .append(events.kind(row))
                .append(events.timeNs(row))
                .append(' ');
        all.append(events.pid(row)).append(new TreeSet<>(fields.keySet()));
        fields.values()
                .forEach(f -> all.append(' ')
                        .append(f.type() == Field.Type.NUMBER ? events.number(f, row) : events.text(f, row)));
        return all.toString();
    }
}
