package whence.source.logs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "usb usb1: root hub lost",
                "[    1.234567] usb usb1: root hub lost",
                "[    1.234567][ T123] usb usb1: root hub lost",
                "[    1.234567] [T123] usb usb1: root hub lost",
                "[    1.234567][    C0] usb usb1: root hub lost",
                "<6>[    1.234567] usb usb1: root hub lost",
                "<6>usb usb1: root hub lost",
                "kern  :info  : [    1.234567] usb usb1: root hub lost",
                "kern  :info  : [Thu Nov 20 18:01:02 2026] usb usb1: root hub lost",
                "[do nov 20 18:01:02 2026] usb usb1: root hub lost",
                "[  +0.000012] usb usb1: root hub lost",
                "[<    0.000012>] usb usb1: root hub lost",
                "[    1.234567 <    0.000012>] usb usb1: root hub lost",
                "[Nov20 18:01] usb usb1: root hub lost",
                "2026-11-20T18:01:02,123456+01:00 usb usb1: root hub lost",
                "nov 20 18:01:02 lab kernel: usb usb1: root hub lost",
                "Nov 20 18:01:02.123456 lab kernel: usb usb1: root hub lost",
                "Nov 20 18:01:02 lab kernel: [   12.345678] usb usb1: root hub lost",
                "2026-11-20T18:01:02.123456+01:00 lab kernel: usb usb1: root hub lost",
                "[    1.234567] lab kernel: usb usb1: root hub lost",
                "[    1.234567                ] lab kernel: usb usb1: root hub lost",
                "1763658062.123456 lab kernel: usb usb1: root hub lost",
                "do 2026-11-20 18:01:02 CET lab kernel: usb usb1: root hub lost",
                "6,1234,5678901,-;usb usb1: root hub lost",
                "6,1234,5678901,-,caller=T1;usb usb1: root hub lost",
                "\u001b[32m[    1.234567] \u001b[0m\u001b[33musb usb1: \u001b[0mroot hub lost\u001b[0m",
                "usb usb1: root hub lost \r",
            })
    void a_message_is_the_same_in_every_form_of_a_log(String line) {
        assertEquals("usb usb1: root hub lost", KernelText.of(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nov 20 18:01:02 lab app[12]: usb usb1: root hub lost",
                "2026-11-20T18:01:02+0100 lab app[12]: usb usb1: root hub lost",
                "do 2026-11-20 18:01:02 CET lab app: usb usb1: root hub lost",
                "1763658062.123456 lab app[12]: usb usb1: root hub lost",
                "[    1.234567] lab app[12]: usb usb1: root hub lost",
            })
    void a_line_that_names_another_sender_is_no_kernel_line(String line) {
        assertNull(KernelText.of(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[drm] Initialized zork 1.6.0",
                "[Firmware Bug]: TSC not synchronous",
                "[   2028]     0  2028     2303",
                "[mem 0x80000000-0xfffbffff] available",
                "  DMA      [mem 0x1000-0xffffff]",
                "e1000e 0000:00:19.0 eth0: NIC Link is Up",
            })
    void what_belongs_to_the_message_stays(String line) {
        assertEquals(line, KernelText.of(line));
    }
}
