package whence.logs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.logs.LogFields;
import whence.logs.Readings;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Input;

class JournalTextReaderTest {
    private static final Map<String, String> KNOWN = Map.of(Input.ZONE, "Europe/Amsterdam", Input.DATE, "2026-05-30");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mei 30 22:53:49 lab kernel: x                        | 2026-05-30T20:53:49Z
            May 30 22:53:49.826484 lab kernel: x                 | 2026-05-30T20:53:49.826484Z
            mai 30 22:53:49 lab kernel: x                        | 2026-05-30T20:53:49Z
            30 mai 22:53:49 lab kernel: x                        | 2026-05-30T20:53:49Z
            5月 30 22:53:49 lab kernel: x                        | 2026-05-30T20:53:49Z
            nov. 29 22:53:49 lab kernel: x                       | 2026-11-29T21:53:49Z
            août 01 22:53:49 lab kernel: x                       | 2026-08-01T20:53:49Z
            Sat 2026-05-30 22:53:49 CEST lab kernel: x           | 2026-05-30T20:53:49Z
            za 2026-05-30 22:53:49 CEST lab kernel: x            | 2026-05-30T20:53:49Z
            2026-05-30T22:53:49+0200 lab kernel: x               | 2026-05-30T20:53:49Z
            2026-05-30T22:53:49.826484+02:00 lab kernel: x       | 2026-05-30T20:53:49.826484Z
            1780174429.826484 lab kernel: x                      | 2026-05-30T20:53:49.826484Z
            """)
    void reads_the_stamps_of_every_language(String line, String instant) {
        Readings log = Readings.of("journal-text", line + "\n", KNOWN);
        Instant expected = Instant.parse(instant);
        assertEquals(Clock.REALTIME, log.events().clock(0));
        assertEquals(
                expected.getEpochSecond() * 1_000_000_000 + expected.getNano(),
                log.events().timeNs(0));
        assertEquals("lab", log.events().text(Fields.HOST, 0));
        assertEquals("x", log.text(0));
    }

    @Test
    void a_hidden_message_leaves_its_length() {
        Readings log = Readings.of(
                "journal-text",
                "mei 30 22:53:49 lab kernel: [33B blob data]\nmei 30 22:53:50 lab dump[9]: [1.2K blob data]\n"
                        + "mei 30 22:53:50 lab a[9]: [33B blob data] quoted\n",
                KNOWN);
        assertEquals(33, log.events().number(LogFields.BLOB, 0));
        assertEquals(Events.NO_NUMBER, log.events().number(LogFields.BLOB_ERROR, 0));
        assertEquals(0, log.message(0).length);
        assertEquals("[33B blob data]", log.text(0));
        assertEquals(1228, log.events().number(LogFields.BLOB, 1));
        assertEquals(103, log.events().number(LogFields.BLOB_ERROR, 1));
        assertEquals(Events.NO_NUMBER, log.events().number(LogFields.BLOB, 2));
    }

    @Test
    void boots_are_kept_apart_and_further_lines_join_their_message() {
        Readings log = Readings.of("journal-text", """
                -- Boot 7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d --
                mei 30 22:53:49 lab app[12]: first
                                             second
                                               third
                -- Boot 3f8c1d2e4b5a69788796a5b4c3d2e1f0 --
                mei 30 22:54:49 lab kernel: next
                """, KNOWN);
        assertEquals(
                List.of(EventKind.MARK, EventKind.LOG, EventKind.MARK, EventKind.KERNEL),
                List.of(
                        log.events().kind(0),
                        log.events().kind(1),
                        log.events().kind(2),
                        log.events().kind(3)));
        assertEquals("first\\x0asecond\\x0a  third", log.text(1));
        assertEquals("7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d", log.events().text(Fields.BOOT, 1));
        assertEquals("3f8c1d2e4b5a69788796a5b4c3d2e1f0", log.events().text(Fields.BOOT, 3));
        assertEquals(12, log.events().pid(1));
    }

    @Test
    void monotonic_forms_give_kernel_lines_the_kernels_clock() {
        Readings log = Readings.of(
                "journal-text",
                "[   41.948307 <    0.027267 >] lab kernel: a\n[   42.000000 <    0.000001 >] lab app[1]: b\n",
                Map.of());
        assertEquals(Clock.PRINTK, log.events().clock(0));
        assertEquals(41_948_307_000L, log.events().timeNs(0));
        assertEquals(Clock.MONOTONIC, log.events().clock(1));
    }

    /// What `journalctl` prints on a terminal of 60 columns; written from how it does that.
    @Test
    void lines_cut_to_the_width_of_a_terminal_are_never_taken_for_whole() {
        Readings log = Readings.of("journal-text", """
                Nov 20 22:53:49 lab kernel: usb 1-1: new high-speed…vice
                Nov 20 22:53:49 lab systemd[1]: Starting a service…
                Nov 20 22:53:50 lab kernel: module: x86/modules: Sk…10d4
                Nov 20 22:53:51 lab app[7]: waiting...
                """, Map.of());
        assertEquals(1, log.events().number(LogFields.SHORTENED, 0));
        assertEquals(0, log.message(0).length);
        assertTrue(log.text(0).contains("high-speed"), log.text(0));
        assertTrue(log.message(1).length > 0 && log.message(3).length > 0);
        assertEquals(0, log.message(2).length);
    }

    @Test
    void without_utf8_two_lines_have_to_agree_on_the_width() {
        Readings log = Readings.of("journal-text", """
                Nov 20 22:53:49 lab kernel: usb 1-1: new high-spe...vice
                Nov 20 22:53:50 lab kernel: module: x86/modules: ...10d4
                Nov 20 22:53:51 lab app[7]: waiting...
                """, Map.of());
        assertEquals(0, log.message(0).length);
        assertEquals(0, log.message(1).length);
        assertTrue(log.message(2).length > 0);
    }
}
