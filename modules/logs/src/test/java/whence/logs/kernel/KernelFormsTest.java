package whence.logs.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.logs.LogFields;
import whence.logs.Readings;
import whence.timeline.Fields;
import whence.timeline.Input;

class KernelFormsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <3>[   41.948307] x                                  | 3  |      |  PRINTK
            <3>[   41.948307][  T123] x                          | 3  | T123 |  PRINTK
            [   41.948307][    C0] x                             | -1 | C0   |  PRINTK
            [   41.948307] [   T99] x                            | -1 | T99  |  PRINTK
            kern  :err   : [   41.948307] x                      | 3  |      |  PRINTK
            kern  :err   : x                                     | 3  |      |  NONE
            [   41.948307] <3>x                                  | 3  |      |  PRINTK
            [vr nov 20 22:53:48 2026] x                          | -1 |      |  REALTIME
            [20 nov. 2026 22:53:48] x                            | -1 |      |  REALTIME
            2026-11-20T22:53:48,948307+01:00 x                   | -1 |      |  REALTIME
            [Fri Nov 20 22:53:48 2026 <    0.000000>] x          | -1 |      |  REALTIME
            """)
    void reads_every_head_of_a_kernel_line(String line, int level, String caller, Clock clock) {
        Readings log = Readings.of("dmesg", line + "\n", Map.of(Input.ZONE, "Europe/Amsterdam"));
        assertEquals("x", log.text(0));
        assertEquals(EventKind.KERNEL, log.events().kind(0));
        assertEquals(level < 0 ? Long.MIN_VALUE : level, log.events().number(Fields.PRIORITY, 0));
        assertEquals(caller, log.events().text(LogFields.CALLER, 0));
        assertEquals(clock, log.events().clock(0));
    }

    @Test
    void kmsg_passes_over_fields_to_come_and_misses_what_is_missing() {
        Readings log = Readings.of(
                "kmsg",
                "6,339,5140900,-,caller=T1,colour=red;a\\x5cb \\x7f\n SUBSYSTEM=acpi\n DEVICE=+acpi:PNP\n"
                        + "30,342,5140901,-;systemd[1]: x\nbroken\n",
                Map.of());
        assertEquals(List.of("a\\b \\x7f", "systemd[1]: x"), log.texts());
        assertEquals("T1", log.events().text(LogFields.CALLER, 0));
        assertEquals("acpi", log.events().text(LogFields.SUBSYSTEM, 0));
        assertEquals(EventKind.LOG, log.events().kind(1));
        assertEquals(
                List.of(Loss.Kind.GAP, Loss.Kind.UNREADABLE),
                log.events().losses().stream().map(Loss::kind).toList());
        assertEquals(2, log.events().losses().getFirst().count());
    }

    @Test
    void pstore_heads_are_marks() {
        Readings log =
                Readings.of("pstore", "Panic#2 Part1\n<0>[  10.000001] Kernel panic - not syncing: x\n", Map.of());
        assertEquals(EventKind.MARK, log.events().kind(0));
        assertEquals("Kernel panic - not syncing: x", log.text(1));
        assertEquals(0, log.events().number(Fields.PRIORITY, 1));
    }

    @Test
    void a_kernel_line_starts_behind_a_prompt() {
        Readings log = Readings.of(
                "console", "Booting from ROM...\r\nlab login: [   41.948307] Invalid ELF\r\nlab login: \r\n", Map.of());
        assertEquals(List.of("Booting from ROM...", "Invalid ELF", "lab login: "), log.texts());
        assertEquals(
                List.of(EventKind.OUTPUT, EventKind.KERNEL, EventKind.OUTPUT),
                List.of(log.events().kind(0), log.events().kind(1), log.events().kind(2)));
    }

    @Test
    void reltime_counts_from_its_dates() {
        Readings log = Readings.of(
                "dmesg",
                "[Nov20 22:53] a\n[  +0.500000] b\n[Nov20 22:54] c\n",
                Map.of(Input.ZONE, "UTC", Input.DATE, "2026-11-20"));
        assertEquals(List.of("a", "b", "c"), log.texts());
        assertEquals(Clock.REALTIME, log.events().clock(1));
        assertEquals(500_000_000, log.events().timeNs(1) - log.events().timeNs(0));
        assertEquals(60_000_000_000L, log.events().timeNs(2) - log.events().timeNs(0));
    }

    @Test
    void steps_alone_leave_their_origin_open_unless_the_log_begins_with_the_kernel() {
        Readings late = Readings.of("dmesg", "[<    0.000000>] a\n[<    0.250000>] b\n", Map.of());
        assertEquals("origin", late.events().text(Fields.OPEN, 1));
        Readings whole = Readings.of("dmesg", "[<    0.000000>] Linux version 6.1\n[<    0.250000>] b\n", Map.of());
        assertEquals(null, whole.events().text(Fields.OPEN, 1));
        assertEquals(250_000_000, whole.events().timeNs(1));
    }

    @Test
    void a_record_of_json_that_is_broken_costs_itself() {
        Readings log = Readings.of(
                "dmesg",
                "{\n   \"dmesg\": [\n      {\n         \"pri\": 5,\n         \"time\":     0.000000,\n         \"msg\": \"a\"\n"
                        + "      },{\n         \"pri\": 6,\n         \"msg\": \"never closed\n      },{\n"
                        + "         \"fac\": \"kern\",\n         \"pri\": \"err\",\n         \"time\": 1.5,\n         \"msg\": \"c\"\n      }\n   ]\n}\n",
                Map.of());
        assertEquals(List.of("a", "c"), log.texts());
        assertEquals(1, log.events().losses().size());
        assertEquals(3, log.events().number(Fields.PRIORITY, 1));
    }
}
