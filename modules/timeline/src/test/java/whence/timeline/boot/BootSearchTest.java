package whence.timeline.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.clock.Precedence;
import whence.timeline.clock.SessionClocks;
import whence.timeline.witness.WitnessSearch;

class BootSearchTest {
    private static final long MS = 1_000_000L;
    private static final long EPOCH = 1_700_000_000_000_000_000L;

    private final Map<String, List<String>> lines = new HashMap<>();
    private final List<Events> artifacts = new ArrayList<>();

    private final Texts texts = new Texts() {
        @Override
        public String text(Events events, int row) {
            return lines.get(events.artifact()).get(row);
        }

        @Override
        public Optional<Bytes> plain(Events events) {
            return Optional.empty();
        }
    };

    /// Thirty lines as one machine prints them at every start, a few milliseconds later or earlier each time, with the
    /// date and the speed of the processor among them.
    ///
    /// @param start tells the starts apart
    private void log(String artifact, Clock clock, int start, String boot) {
        EventsBuilder events = new EventsBuilder(artifact);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            long printed = (i * 100L + start * (i * 7L % 13)) * MS / 10;
            long ns = clock == Clock.PRINTK ? printed : EPOCH + printed / 1_000_000_000 * 1_000_000_000;
            int row = events.add(EventKind.KERNEL, clock, ns, 0, i + 1, i, 1);
            if (!boot.isEmpty()) {
                events.set(Fields.BOOT, row, boot);
            }
            shown.add(
                    switch (i) {
                        case 7 -> "tsc: Detected " + (2600 + start) + " MHz processor";
                        case 9 -> "setting system clock to day " + start;
                        default -> "line " + "abcdefghijklmnopqrstuvwxyzABCDEFGH".charAt(i);
                    });
        }
        lines.put(artifact, shown);
        artifacts.add(events.build());
    }

    private SessionClocks clocks() {
        return SessionClocks.of(artifacts, List.of(), BootSearch.of(artifacts, texts, Watch.NONE));
    }

    private int size(SessionClocks clocks) {
        return Timeline.of(artifacts, clocks.placement(), WitnessSearch.of(artifacts, texts, clocks, Watch.NONE))
                .size();
    }

    @Test
    void the_same_lines_at_other_times_are_of_another_boot() {
        log("today", Clock.PRINTK, 1, "");
        log("yesterday", Clock.PRINTK, 2, "");
        assertEquals(60, size(clocks()));
        assertEquals(2, clocks().boots().size());
        assertEquals(Precedence.UNORDERED, clocks().order(artifacts.get(0), 0, artifacts.get(1), 29));
    }

    @Test
    void two_forms_of_one_log_are_of_one_boot() {
        log("plain", Clock.PRINTK, 1, "");
        log("raw", Clock.PRINTK, 1, "");
        log("text", Clock.REALTIME, 1, "");
        assertEquals(30, size(clocks()));
    }

    @Test
    void a_log_without_stamps_that_differs_in_numbers_alone_is_of_another_boot() {
        log("dmesg", Clock.PRINTK, 1, "");
        log("journal of another day", Clock.REALTIME, 2, "");
        assertEquals(60, size(clocks()));
    }

    @Test
    void a_kernel_log_belongs_to_the_boot_of_a_journal_that_has_its_stamps() {
        log("journal", Clock.PRINTK, 1, "one");
        log("journal of the next", Clock.PRINTK, 2, "two");
        log("dmesg", Clock.PRINTK, 2, "");
        SessionClocks clocks = clocks();
        assertEquals("two", clocks.boot(artifacts.get(2), 0));
        assertEquals(60, size(clocks));
        assertEquals(Precedence.BEFORE, clocks.order(artifacts.get(2), 0, artifacts.get(1), 29));
        assertEquals(Precedence.UNORDERED, clocks.order(artifacts.get(2), 0, artifacts.get(0), 29));
    }

    @Test
    void a_trace_beside_logs_of_two_boots_belongs_to_neither() {
        log("today", Clock.PRINTK, 1, "");
        log("yesterday", Clock.PRINTK, 2, "");
        EventsBuilder trace = new EventsBuilder("trace");
        trace.add(EventKind.PROBE, Clock.MONOTONIC, 1, 0, 1, 0, 1);
        artifacts.add(trace.build());
        assertEquals("", clocks().boot(artifacts.get(2), 0));
        assertEquals(Precedence.UNORDERED, clocks().order(artifacts.get(2), 0, artifacts.get(0), 29));
    }

    @Test
    void a_log_of_a_few_lines_is_taken_for_one_of_the_only_boot() {
        log("journal", Clock.PRINTK, 1, "one");
        EventsBuilder few = new EventsBuilder("few");
        few.add(EventKind.KERNEL, Clock.PRINTK, 1, 0, 1, 0, 1);
        lines.put("few", List.of("line a"));
        artifacts.add(few.build());
        assertEquals("one", clocks().boot(artifacts.get(1), 0));
    }
}
