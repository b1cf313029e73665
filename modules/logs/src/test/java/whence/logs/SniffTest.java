package whence.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.bytes.Bytes;
import whence.timeline.Input;

class SniffTest {
    /// By content: every file goes by a name that says nothing.
    @Test
    void every_file_of_the_captures_goes_to_its_reader_or_to_none() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        for (String capture : List.of("invalid-elf", "ambiguous-symbol", "bpf-einval")) {
            try (var files = Files.walk(Captures.folder().resolve(capture))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Input named = Captures.input(file);
                    Input nameless = new Input("x", named.bytes());
                    String found = Captures.reader(nameless).format();
                    if (named.bytes().size() > 0
                            && !file.getFileName().toString().startsWith("truth")
                            && !found.equals(expected(file))) {
                        wrong.put(file.toString(), found);
                    }
                }
            }
        }
        assertEquals(Map.of(), wrong);
    }

    private static String expected(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".journal")) {
            return "journal";
        } else if (name.equals("journal-export.txt") || name.endsWith(".export")) {
            return "journal-export";
        } else if (name.startsWith("journal-json")) {
            return "journal-json";
        } else if (name.matches("journal-(k-)?(short|verbose|with-unit|x-).*")) {
            return "journal-text";
        } else if (name.startsWith("dmesg")) {
            return "dmesg";
        } else if (name.equals("kmsg.raw")) {
            return "kmsg";
        } else if (name.startsWith("rsyslog")) {
            return "syslog";
        }
        return name.startsWith("serial") ? "console" : Captures.isText(file) ? "program-output" : "journal";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dmesg          | [    0.000000] Linux version 6.1.0
            dmesg          | <6>[    0.000000][    T0] Linux version 6.1.0
            dmesg          | [za nov 21 01:02:03 2026] Linux version 6.1.0
            journal-text   | mei 30 10:00:00 host kernel: [33B blob data]
            journal-text   | Fri 2026-11-20 22:53:21 CET host kernel: x: [33B blob data]
            syslog         | 2026-11-20T22:53:29.954612+01:00 host kernel: [   22.078290] x
            syslog         | <34>1 2026-11-20T22:53:29Z host app 12 - - text
            syslog         | Nov 20 22:53:29 host kernel: [   22.078290] x
            pstore         | Panic#2 Part3
            kmsg           | 6,339,5140900,-;NET: Registered
            program-output | libbpf: prog 'x': BPF program load failed: Invalid argument
            """)
    void tells_forms_apart_by_one_line(String format, String line) {
        assertEquals(
                format,
                Captures.reader(new Input("x", Bytes.ofText(line + "\n"))).format());
    }
}
