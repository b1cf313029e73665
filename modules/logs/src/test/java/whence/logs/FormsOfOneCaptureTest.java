package whence.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Watch;
import whence.timeline.Events;
import whence.timeline.Input;

class FormsOfOneCaptureTest {
    @ParameterizedTest
    @ValueSource(strings = {"invalid-elf", "ambiguous-symbol", "bpf-einval"})
    void every_form_of_dmesg_gives_the_same_messages(String capture) throws IOException {
        Path folder = Captures.folder().resolve(capture);
        List<String> expected = Captures.messages(Captures.input(folder.resolve("kmsg.raw")));
        assertFalse(expected.isEmpty());
        // syslog(2), which -S asks, repeats the head on every line of a message, so that nothing tells them apart.
        List<String> split = expected.stream()
                .flatMap(m -> Stream.of(m.split("\\\\x0a", -1)))
                .toList();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("dmesg"))
                    .sorted()
                    .toList()) {
                Captures.assertMessages(file.endsWith("dmesg-S-syslog.txt") ? split : expected, file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid-elf", "ambiguous-symbol", "bpf-einval"})
    void every_form_of_the_journal_gives_the_same_messages(String capture) throws IOException {
        Path folder = Captures.folder().resolve(capture);
        List<String> expected = Captures.messages(Captures.input(folder.resolve("journal-export.txt")));
        assertFalse(expected.isEmpty());
        List<String> bounded =
                expected.stream().map(m -> m.length() < 4088 ? m : "").toList();
        for (String form : List.of("json", "json-pretty", "json-seq", "json-sse")) {
            Captures.assertMessages(bounded, folder.resolve("journal-" + form + ".txt"));
        }
        List<String> hidden = expected.stream().map(FormsOfOneCaptureTest::hide).toList();
        Captures.assertMessages(expected, folder.resolve("journal-short-a.txt"));
        for (String form : List.of(
                "short",
                "short.utc",
                "short.color",
                "short-full",
                "short-full.nl_NL",
                "short-iso",
                "short-iso-precise",
                "short-precise",
                "short-monotonic",
                "short-delta",
                "short-unix",
                "with-unit")) {
            Path file = folder.resolve("journal-" + form + ".txt");
            if (Files.exists(file)) {
                Captures.assertMessages(hidden, file);
            }
        }
    }

    /// What journalctl shows for people: tabs become blanks, colours go, and a message that cannot be printed its
    /// length.
    private static String hide(String shown) {
        String message = shown.replace("\t", "        ").replaceAll("\\\\x1b\\[[0-9;]*m", "");
        return message.contains("\\x7f") ? "[" + (message.length() - 3) + "B blob data]" : message;
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid-elf", "ambiguous-symbol"})
    void the_rotated_journal_gives_what_journalctl_exported_from_it(String capture) throws IOException {
        Path folder = Captures.folder().resolve(capture);
        List<String> expected = Captures.messages(Captures.input(folder.resolve("journal-rotated.export")));
        List<String> found = new ArrayList<>();
        try (var files = Files.list(folder.resolve("journal-rotated"))) {
            // The archived file has the older entries.
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                found.addAll(Captures.messages(Captures.input(file)));
            }
        }
        assertEquals(expected, found);
    }

    /// No capture holds what vmcore-dmesg writes; this is written from how it does that: a stamp, no level, what cannot
    /// be printed as `\\xNN`, further lines of a message at the margin.
    @ParameterizedTest
    @ValueSource(strings = {"invalid-elf", "ambiguous-symbol", "bpf-einval"})
    void the_log_as_vmcore_dmesg_writes_it_gives_the_same_messages(String capture) throws IOException {
        Input raw = Captures.input(Captures.folder().resolve(capture).resolve("kmsg.raw"));
        LogReader reader = Captures.reader(raw);
        Events events = reader.read(raw, Watch.NONE);
        StringBuilder written = new StringBuilder();
        for (int row = 0; row < events.count(); row++) {
            long us = events.timeNs(row) / 1000;
            String text = reader.text(raw, events, row).replace("\\x0a", "\n");
            written.append(String.format(Locale.ROOT, "[%5d.%06d] %s%n", us / 1_000_000, us % 1_000_000, text));
        }
        written.append("root@lab:~# \n");
        Readings log = Readings.of("dmesg", written.toString(), Map.of());
        List<String> expected = new ArrayList<>(Captures.messages(raw));
        expected.add("root@lab:~# ");
        List<String> found = log.texts();
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            assertEquals(expected.get(i), found.get(i), "message " + i);
        }
        assertEquals(expected.size(), found.size());
    }
}
