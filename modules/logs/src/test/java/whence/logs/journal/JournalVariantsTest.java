package whence.logs.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.v3.lz4.Lz4JavaCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.EventKind;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.JournalHeader;
import whence.logs.journal.print.JournalPrinter.Form;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Input;

class JournalVariantsTest {
    static final List<String> VARIANTS = Journals.VARIANTS;

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void export_equals_journalctl_byte_for_byte(String variant) throws IOException {
        assertArrayEquals(Journals.export(variant), Journals.print(Form.EXPORT, Journals.journal(variant)));
    }

    /// The variants that today's systemd no longer writes are made from an uncompressed file: its longer payloads are
    /// compressed where they lie.
    @ParameterizedTest
    @CsvSource({"keyed0-compact0-plain, LZ4", "keyed0-compact1-plain, LZ4", "keyed0-compact0-plain, XZ"})
    void older_compressions_give_the_same_entries(String variant, String compression) throws IOException {
        byte[] journal = Journals.journal(variant);
        int compressed = compression.equals("LZ4")
                ? compress(journal, 2, JournalHeader.LZ4, JournalVariantsTest::lz4)
                : compress(journal, 1, JournalHeader.XZ, JournalVariantsTest::xz);
        assertTrue(compressed > 10, "only " + compressed + " payloads could be compressed");
        assertArrayEquals(Journals.export(variant), Journals.print(Form.EXPORT, journal));
    }

    @ParameterizedTest
    @ValueSource(ints = {208, 224, 240, 256, 264})
    void a_header_of_an_older_release_is_shorter(int headerSize) throws IOException {
        byte[] journal = Journals.journal("keyed0-compact0-plain");
        ByteBuffer header = ByteBuffer.wrap(journal).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(96, header.getLong(96) + header.getLong(88) - headerSize).putLong(88, headerSize);
        assertArrayEquals(Journals.export("keyed0-compact0-plain"), Journals.print(Form.EXPORT, journal));
    }

    @Test
    void the_same_file_twice_gives_each_entry_once() throws IOException {
        byte[] journal = Journals.journal("keyed1-compact1-zstd");
        assertArrayEquals(
                Journals.export("keyed1-compact1-zstd"), Journals.print(Form.EXPORT, journal, journal, journal));
    }

    @Test
    void copies_by_other_writers_are_recognised_too() throws IOException {
        byte[] both = Journals.print(
                Form.CAT, Journals.journal("keyed1-compact1-zstd"), Journals.journal("keyed0-compact0-plain"));
        assertArrayEquals(Journals.print(Form.CAT, Journals.journal("keyed1-compact1-zstd")), both);
    }

    @Test
    void columns_hold_both_clocks_and_the_message_its_bytes() throws IOException {
        Input input = new Input("system.journal", Bytes.of(Journals.journal("keyed1-compact1-zstd")));
        JournalReader reader = new JournalReader();
        Events events = reader.read(input, Watch.NONE);
        assertEquals(Journals.ENTRIES, events.count());
        assertEquals(List.of(), events.losses());
        assertEquals(EventKind.KERNEL, events.kind(0));
        assertEquals(1795211601420769000L, events.timeNs(0));
        assertEquals(13530898000L, events.number(Fields.MONOTONIC_NS, 0));
        assertEquals(0, events.number(Fields.PRINTK_NS, 0));
        assertEquals("ae0e3fa746344611b31a7bd19b8deea8", events.text(Fields.BOOT, 0));
        int hidden = 0;
        for (int row = 0; row < events.count(); row++) {
            if (reader.text(input, events, row).equals("Invalid ELF header magic: != \\x7fELF")) {
                assertEquals(33, reader.message(input, events, row).length);
                assertEquals(3, events.number(Fields.PRIORITY, row));
                hidden++;
            }
        }
        assertEquals(7, hidden);
    }

    @Test
    void short_lines_show_what_journalctl_hides() throws IOException {
        String lines = new String(
                Journals.print(Form.SHORT, Optional.of("elf HEADER".toLowerCase(java.util.Locale.ROOT)), journal()),
                StandardCharsets.UTF_8);
        assertEquals(7, lines.lines().count());
        assertEquals(
                "Nov 20 21:53:49 debian-lab kernel: Invalid ELF header magic: != \\x7fELF",
                lines.lines().findFirst().orElseThrow());
    }

    @Test
    void a_capital_in_the_pattern_makes_case_matter() throws IOException {
        assertEquals(0, Journals.print(Form.CAT, Optional.of("Elf header"), journal()).length);
        assertTrue(Journals.print(Form.CAT, Optional.of("^Invalid ELF.*!= .ELF$"), journal()).length > 0);
    }

    private static byte[] journal() throws IOException {
        return Journals.journal("keyed1-compact0-zstd");
    }

    private static int compress(byte[] journal, int objectFlag, int fileFlag, UnaryOperator<byte[]> compression) {
        ByteBuffer bytes = ByteBuffer.wrap(journal).order(ByteOrder.LITTLE_ENDIAN);
        int payload = (bytes.getInt(12) & JournalHeader.COMPACT) == 0 ? 64 : 72;
        bytes.putInt(12, bytes.getInt(12) | fileFlag);
        int count = 0;
        for (int at = (int) bytes.getLong(88); at < bytes.getLong(136); ) {
            int size = (int) bytes.getLong(at + 8);
            if (journal[at] == JournalFile.DATA && size > payload + 200) {
                byte[] packed = compression.apply(Arrays.copyOfRange(journal, at + payload, at + size));
                if (packed.length < size - payload) {
                    System.arraycopy(packed, 0, journal, at + payload, packed.length);
                    journal[at + 1] = (byte) objectFlag;
                    bytes.putLong(at + 8, payload + packed.length);
                    count++;
                }
            }
            at = (at + size + 7) & ~7;
        }
        return count;
    }

    private static byte[] lz4(byte[] plain) {
        Lz4JavaCompressor compressor = new Lz4JavaCompressor();
        byte[] block = new byte[compressor.maxCompressedLength(plain.length)];
        int length = compressor.compress(plain, 0, plain.length, block, 0, block.length);
        return ByteBuffer.allocate(8 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(plain.length)
                .put(block, 0, length)
                .array();
    }

    private static byte[] xz(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (XZOutputStream out = new XZOutputStream(packed, new LZMA2Options(0))) {
            out.write(plain);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
