package whence.logs.syslog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.logs.LogFields;
import whence.logs.Readings;
import whence.timeline.Fields;
import whence.timeline.Input;

class SyslogReaderTest {
    private static final Map<String, String> KNOWN = Map.of(Input.ZONE, "Europe/Amsterdam", Input.DATE, "2026-11-20");

    @Test
    void a_kernel_line_carries_two_stamps_and_its_escape_is_undone() {
        Readings log = Readings.of(
                "syslog", "Nov 20 22:53:49 lab kernel: [   41.948307] Invalid ELF header magic: != #177ELF\n", KNOWN);
        assertEquals(EventKind.KERNEL, log.events().kind(0));
        assertEquals(ns("2026-11-20T21:53:49Z"), log.events().timeNs(0));
        assertEquals(41_948_307_000L, log.events().number(Fields.PRINTK_NS, 0));
        assertArrayEquals("Invalid ELF header magic: != \u007fELF".getBytes(StandardCharsets.US_ASCII), log.message(0));
        assertEquals("Invalid ELF header magic: != \\x7fELF", log.text(0));
    }

    @Test
    void without_a_year_the_stamp_stays_open() {
        Readings log = Readings.of("syslog", "Nov 20 22:53:49 lab cron[77]: done\n", Map.of());
        assertEquals(Clock.TIME_OF_DAY, log.events().clock(0));
        assertEquals(1120, log.events().number(Fields.DAY, 0));
        assertEquals("year,zone", log.events().text(Fields.OPEN, 0));
        assertEquals(77, log.events().pid(0));
        assertEquals("cron", log.events().text(Fields.IDENTIFIER, 0));
    }

    @Test
    void the_year_turns_with_the_log() {
        Readings log = Readings.of(
                "syslog",
                "Dec 31 23:59:59 lab a: last\nJan  1 00:00:01 lab a: first\nDec 31 23:59:58 lab a: late\n",
                Map.of(Input.ZONE, "UTC", Input.DATE, "2026-12-31"));
        assertEquals(ns("2026-12-31T23:59:59Z"), log.events().timeNs(0));
        assertEquals(ns("2027-01-01T00:00:01Z"), log.events().timeNs(1));
        assertEquals(ns("2026-12-31T23:59:58Z"), log.events().timeNs(2));
    }

    @Test
    void a_leap_day_outside_leap_years_has_no_time() {
        Readings log = Readings.of("syslog", "Feb 29 10:00:00 lab a: x\n", KNOWN);
        assertEquals(Clock.NONE, log.events().clock(0));
        assertEquals(List.of("x"), log.texts());
    }

    @Test
    void rfc_5424_gives_priority_application_and_structured_data_is_passed_over() {
        Readings log = Readings.of(
                "syslog",
                "<165>1 2026-11-20T22:53:49.003Z host.example app 4321 ID47 [x@1 a=\"]\" b=\"\\\"\"] \u00ef\u00bb\u00bftext = 1\n"
                        + "<13>1 - - - - - - bare\n",
                Map.of());
        assertEquals(
                List.of("text = 1", "bare"),
                List.of(log.text(0).substring(log.text(0).indexOf("text")), log.text(1)));
        assertEquals(5, log.events().number(Fields.PRIORITY, 0));
        assertEquals(20, log.events().number(Fields.FACILITY, 0));
        assertEquals("app", log.events().text(Fields.IDENTIFIER, 0));
        assertEquals(4321, log.events().pid(0));
        assertEquals(ns("2026-11-20T22:53:49.003Z"), log.events().timeNs(0));
        assertEquals(Clock.NONE, log.events().clock(1));
    }

    @Test
    void repetitions_say_how_many_and_of_what() {
        Readings log = Readings.of(
                "syslog",
                "Nov 20 22:53:49 lab kernel: [    1.000000] message repeated 3 times: [ usb went away]\n",
                KNOWN);
        assertEquals(3, log.events().number(LogFields.REPEATED, 0));
        assertEquals("usb went away", log.text(0));
    }

    @Test
    void an_octal_number_behind_a_hash_is_only_undone_where_it_is_a_control_character() {
        Readings log = Readings.of("syslog", "Nov 20 22:53:49 lab a: issue #123 tab#011end #999\n", KNOWN);
        assertEquals("issue #123 tab\tend #999", log.text(0));
    }

    private static long ns(String instant) {
        Instant at = Instant.parse(instant);
        return at.getEpochSecond() * 1_000_000_000 + at.getNano();
    }
}
