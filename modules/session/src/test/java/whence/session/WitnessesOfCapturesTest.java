package whence.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.evidence.EventKind;
import whence.timeline.Timeline;

/// A folder that holds one kernel log in thirteen forms.
class WitnessesOfCapturesTest {
    @TempDir
    Path folder;

    @Test
    void each_line_of_a_kernel_log_in_thirteen_forms_stands_once() throws Exception {
        String captures = System.getenv("WHENCE_CAPTURES");
        Assumptions.assumeTrue(captures != null, "WHENCE_CAPTURES is not set");
        List<Path> forms = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of(captures, "invalid-elf"))) {
            for (Path form : all.filter(p -> p.getFileName().toString().matches("dmesg.*|kmsg.raw"))
                    .sorted()
                    .toList()) {
                forms.add(Files.copy(form, folder.resolve(form.getFileName())));
            }
        }
        forms.add(Files.copy(
                Path.of(captures, "invalid-elf", "journal-export.txt"), folder.resolve("journal-export.txt")));
        try (Session session = Session.open(List.of(folder), Watch.NONE)) {
            long records = session.artifacts().stream()
                    .filter(artifact -> artifact.path().endsWith("kmsg.raw"))
                    .mapToLong(artifact -> session.events(artifact, Watch.NONE).count())
                    .findFirst()
                    .orElseThrow();
            Timeline timeline = session.timeline(Watch.NONE);
            List<Integer> kernel = IntStream.range(0, timeline.size())
                    .filter(at -> timeline.events(at).kind(timeline.row(at)) == EventKind.KERNEL)
                    .boxed()
                    .toList();
            List<String> alone = kernel.stream()
                    .filter(at -> timeline.witnesses(at).size() < 13)
                    .map(at -> timeline.ref(at) + ": " + session.text(timeline.ref(at)))
                    .toList();
            // dmesg -S prints one record of four lines as four, which stand for themselves.
            assertTrue(alone.size() <= 5, () -> String.join("\n", alone));
            assertTrue(kernel.size() <= records + 5, kernel.size() + " lines for " + records + " records");
        }
    }

    /// All forms of all logs together; journald received the first lines fourteen seconds after they were printed.
    @Test
    void a_folder_as_it_was_captured_has_hardly_a_kernel_line_twice() throws Exception {
        String captures = System.getenv("WHENCE_CAPTURES");
        Assumptions.assumeTrue(captures != null, "WHENCE_CAPTURES is not set");
        try (Session session = Session.open(List.of(Path.of(captures, "invalid-elf")), folder, Watch.NONE)) {
            Timeline timeline = session.timeline(Watch.NONE);
            long kernel = IntStream.range(0, timeline.size())
                    .filter(at -> timeline.events(at).kind(timeline.row(at)) == EventKind.KERNEL)
                    .count();
            assertTrue(kernel >= 539 && kernel <= 580, kernel + " lines");
        }
    }

    /// The journal for people hides the line and says no zone; what it hid stands in the kernel log.
    @Test
    void hidden_lines_of_a_text_journal_are_witnesses_of_the_kernel_log_beside_it() throws Exception {
        String captures = System.getenv("WHENCE_CAPTURES");
        Assumptions.assumeTrue(captures != null, "WHENCE_CAPTURES is not set");
        for (String name : List.of("journal-short.txt", "dmesg.txt")) {
            Files.copy(Path.of(captures, "invalid-elf", name), folder.resolve(name));
        }
        try (Session session = Session.open(List.of(folder), Watch.NONE)) {
            Timeline timeline = session.timeline(Watch.NONE);
            List<String> shown = IntStream.range(0, timeline.size())
                    .filter(at -> timeline.events(at).kind(timeline.row(at)) == EventKind.KERNEL)
                    .mapToObj(at -> session.text(timeline.ref(at)))
                    .toList();
            assertEquals(
                    7,
                    shown.stream()
                            .filter("Invalid ELF header magic: != \\x7fELF"::equals)
                            .count());
            assertEquals(
                    0,
                    shown.stream().filter(text -> text.endsWith("blob data]")).count());
        }
    }
}
