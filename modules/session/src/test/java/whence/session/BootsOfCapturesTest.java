package whence.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Watch;
import whence.evidence.Ref;
import whence.timeline.Timeline;

/// One machine's kernel log beside what another of its boots left, in forms that name a boot and in forms that do not.
class BootsOfCapturesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dmesg.txt",
                "dmesg-T.txt",
                "dmesg-delta.txt",
                "dmesg-reltime.txt",
                "dmesg-iso.txt",
                "kmsg.raw",
                "journal-short.txt",
                "journal-short-precise.txt",
                "journal-short-monotonic.txt",
                "journal-export.txt"
            })
    void no_line_of_one_boot_is_taken_for_one_of_the_other(String form) throws Exception {
        String captures = System.getenv("WHENCE_CAPTURES");
        Assumptions.assumeTrue(captures != null, "WHENCE_CAPTURES is not set");
        Files.copy(Path.of(captures, "invalid-elf", "dmesg.txt"), folder.resolve("one.txt"));
        Files.copy(Path.of(captures, "bpf-einval", form), folder.resolve(form));
        try (Session session = Session.open(List.of(folder), Watch.NONE)) {
            Timeline timeline = session.timeline(Watch.NONE);
            Set<Ref.Event> joined = IntStream.range(0, timeline.size())
                    .filter(at -> !timeline.witnesses(at).isEmpty())
                    .mapToObj(timeline::ref)
                    .collect(Collectors.toSet());
            assertEquals(Set.of(), joined);
            assertTrue(session.clocks(Watch.NONE).boots().size() == 2);
        }
    }
}
