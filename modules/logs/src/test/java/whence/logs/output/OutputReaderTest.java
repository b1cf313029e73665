package whence.logs.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.logs.Readings;
import whence.timeline.Events;
import whence.timeline.Fields;

class OutputReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            libbpf: prog 'handle': BPF program load failed: Invalid argument        | libbpf   | 22
            libbpf: failed to load object 'x.bpf.o': -22                            | libbpf   | 22
            modprobe: ERROR: could not insert 'dummy': Exec format error            | modprobe | 8
            insmod: ERROR: could not insert module ./a.ko: Invalid module format    | insmod   | 0
            mount: /mnt: wrong fs type, bad option, bad superblock on /dev/sdb1.    | mount    | 0
            ERROR: Could not attach probe: EADDRNOTAVAIL                            | ERROR    | 99
            bpfcase: 04 attr-tail-beyond-sizeof-nonzero: Argument list too long     | bpfcase  | 7
            /share/common.sh: line 17: echo: write error: Cannot assign requested address | common.sh | 99
            """)
    void finds_the_tool_and_the_errno(String line, String tool, int errno) {
        Events events = Readings.of("program-output", line + "\n", Map.of()).events();
        assertEquals(tool, events.text(Fields.IDENTIFIER, 0));
        assertEquals(errno == 0 ? Events.NO_NUMBER : errno, events.number(Fields.ERRNO, 0));
    }

    @Test
    void indented_lines_belong_to_the_line_before() {
        Readings output = Readings.of(
                "program-output",
                "mount: /mnt: failed.\n       dmesg(1) may have more information.\n\nnext: line\n",
                Map.of());
        assertEquals(2, output.events().count());
        assertEquals("mount: /mnt: failed.\\x0a       dmesg(1) may have more information.", output.text(0));
    }
}
