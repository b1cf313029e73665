package whence.timeline.witness;

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
import whence.evidence.Ref;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Field;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.Witnesses;
import whence.timeline.clock.SessionClocks;

class WitnessSearchTest {
    private static final long S = 1_000_000_000L;
    private static final long EPOCH = 1_700_000_000L * S;

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

    /// Lines of a log as `seconds text`, on one clock.
    private void log(String artifact, Clock clock, long base, String... log) {
        EventsBuilder events = new EventsBuilder(artifact);
        List<String> texts = new ArrayList<>();
        for (String line : log) {
            String[] parts = line.split(" ", 2);
            long ns = parts[0].equals("-") ? Events.NO_TIME : base + (long) (Double.parseDouble(parts[0]) * S);
            events.add(EventKind.KERNEL, parts[0].equals("-") ? Clock.NONE : clock, ns, 0, 1, 0, 1);
            texts.add(parts[1]);
        }
        lines.put(artifact, texts);
        artifacts.add(events.build());
    }

    private Timeline timeline() {
        SessionClocks clocks = SessionClocks.of(artifacts);
        Witnesses witnesses = WitnessSearch.of(artifacts, texts, clocks, Watch.NONE);
        return Timeline.of(artifacts, clocks.placement(), witnesses);
    }

    @Test
    void forms_of_one_log_give_each_line_once_and_repeated_lines_in_order() {
        log("plain", Clock.PRINTK, 0, "1.5 usb found", "2.5 oops", "3.5 usb found");
        log("raw", Clock.PRINTK, 0, "1.5 usb found", "2.5 oops", "3.5 usb found");
        log("seconds", Clock.REALTIME, EPOCH, "1 usb found", "2 oops", "3 usb found");
        log("bare", Clock.NONE, 0, "- usb found", "- oops", "- usb found");
        Timeline timeline = timeline();
        assertEquals(3, timeline.size());
        int last = timeline.indexOf(new Ref.Event("seconds", 2));
        assertEquals(new Ref.Event("plain", 2), timeline.ref(last));
        assertEquals(
                List.of(new Ref.Event("raw", 2), new Ref.Event("seconds", 2), new Ref.Event("bare", 2)),
                timeline.witnesses(last));
    }

    @Test
    void a_part_of_the_log_is_matched_by_stamp_not_by_count() {
        log("whole", Clock.PRINTK, 0, "1.5 same", "2.5 same", "3.5 same");
        log("part", Clock.PRINTK, 0, "2.5 same");
        Timeline timeline = timeline();
        assertEquals(3, timeline.size());
        assertEquals(new Ref.Event("whole", 1), timeline.ref(timeline.indexOf(new Ref.Event("part", 0))));
    }

    @Test
    void the_same_text_at_another_time_is_another_event() {
        log("monday", Clock.REALTIME, EPOCH, "1 oops");
        log("friday", Clock.REALTIME, EPOCH, "400000 oops");
        assertEquals(2, timeline().size());
    }

    @Test
    void what_cannot_be_told_apart_is_not_joined() {
        log("whole", Clock.PRINTK, 0, "1.5 same", "2.5 same", "3.5 same");
        log("bare", Clock.NONE, 0, "- same", "- same");
        assertEquals(5, timeline().size());
    }

    @Test
    void two_boots_are_two_logs() {
        for (String boot : List.of("one", "two")) {
            EventsBuilder events = new EventsBuilder(boot);
            int row = events.add(EventKind.KERNEL, Clock.PRINTK, S, 0, 1, 0, 1);
            events.set(Fields.BOOT, row, boot);
            lines.put(boot, List.of("Linux version"));
            artifacts.add(events.build());
        }
        assertEquals(2, timeline().size());
    }

    /// `[33B blob data]` lines of a text journal, `seconds length` each.
    private void hiddenLog(String artifact, String... log) {
        EventsBuilder events = new EventsBuilder(artifact);
        List<String> shown = new ArrayList<>();
        for (String line : log) {
            String[] parts = line.split(" ", 2);
            long ns = EPOCH + (long) (Double.parseDouble(parts[0]) * S);
            int row = events.add(EventKind.KERNEL, Clock.REALTIME, ns, 0, 1, 0, 1);
            events.set(HiddenTexts.BLOB, row, Long.parseLong(parts[1]));
            shown.add("[" + parts[1] + "B blob data]");
        }
        lines.put(artifact, shown);
        artifacts.add(events.build());
    }

    @Test
    void hidden_lines_are_the_twins_of_lines_of_their_length_in_order() {
        hiddenLog("journal", "1 8", "2 8", "90 8");
        log("dmesg", Clock.REALTIME, EPOCH, "1.2 magic: \\x7f", "2.1 magic: \\x7f", "50 magic: \\x7f", "50 magic: x");
        Timeline timeline = timeline();
        assertEquals(5, timeline.size());
        assertEquals(new Ref.Event("dmesg", 0), timeline.ref(timeline.indexOf(new Ref.Event("journal", 0))));
        assertEquals(new Ref.Event("dmesg", 1), timeline.ref(timeline.indexOf(new Ref.Event("journal", 1))));
        assertEquals(new Ref.Event("journal", 2), timeline.ref(timeline.indexOf(new Ref.Event("journal", 2))));
    }

    @Test
    void a_hidden_line_that_may_be_two_texts_stays_unresolved() {
        hiddenLog("journal", "1 2");
        log("dmesg", Clock.REALTIME, EPOCH, "1.2 a\\x7f", "1.3 b\\x7f");
        assertEquals(3, timeline().size());
    }

    @Test
    void what_a_text_hides_is_counted_in_bytes() {
        assertEquals(4, HiddenTexts.unescapedLength("a\\x7fbc"));
        assertEquals(8 + 1 + 4, HiddenTexts.unescapedLength("\t\\x7f\\x1b[33mWARN\\x1b[0m"));
        assertEquals(2 + 3 + 4 + 3, HiddenTexts.unescapedLength("\u00e9\u20ac\ud83d\ude00\\x1"));
    }

    @Test
    void rows_outside_the_times_of_all_others_are_never_decoded() {
        log("first", Clock.REALTIME, EPOCH, "1 a", "2 b", "100 c");
        log("second", Clock.REALTIME, EPOCH, "100 c", "200 a", "300 d");
        List<String> decoded = new ArrayList<>();
        Texts counting = new Texts() {
            @Override
            public String text(Events events, int row) {
                decoded.add(events.artifact() + row);
                return texts.text(events, row);
            }

            @Override
            public Optional<Bytes> plain(Events events) {
                return Optional.empty();
            }
        };
        Witnesses witnesses = WitnessSearch.of(artifacts, counting, SessionClocks.of(artifacts), Watch.NONE);
        assertEquals(1, witnesses.count());
        assertEquals(List.of("first2", "second0"), decoded.stream().sorted().toList());
    }

    /// A text journal without a zone: its times are of no clock that anything else is joined to.
    private void localLog(String artifact, String... log) {
        EventsBuilder events = new EventsBuilder(artifact);
        List<String> shown = new ArrayList<>();
        for (String line : log) {
            String[] parts = line.split(" ", 2);
            long ns = (long) (Double.parseDouble(parts[0]) * S);
            int row = events.add(EventKind.KERNEL, Clock.TIME_OF_DAY, ns, 0, 1, 0, 1);
            events.set(Field.text("open"), row, "year,zone");
            if (parts[1].startsWith("#")) {
                events.set(HiddenTexts.BLOB, row, Long.parseLong(parts[1].substring(1)));
            }
            shown.add(parts[1]);
        }
        lines.put(artifact, shown);
        artifacts.add(events.build());
    }

    @Test
    void hidden_lines_of_no_known_clock_are_found_between_their_neighbours() {
        log("dmesg", Clock.PRINTK, 0, "1 usb", "2.5 a\\x7f", "2.6 a\\x7f", "3 pci", "4 b\\x7f", "4.5 end", "9 c\\x7f");
        localLog("journal", "80001 usb", "80002 #2", "80002 #2", "80003 pci", "80004 #3", "80004 end", "80030 #2");
        Timeline timeline = timeline();
        assertEquals(new Ref.Event("dmesg", 1), timeline.ref(timeline.indexOf(new Ref.Event("journal", 1))));
        assertEquals(new Ref.Event("dmesg", 2), timeline.ref(timeline.indexOf(new Ref.Event("journal", 2))));
        assertEquals(9, timeline.size(), "a length that differs and a time that differs stay apart");
    }

    @Test
    void two_texts_between_the_neighbours_are_no_answer() {
        log("dmesg", Clock.PRINTK, 0, "1 usb", "2.5 a\\x7f", "2.6 b\\x7f", "3 pci");
        localLog("journal", "80001 usb", "80002 #2", "80002 #2", "80003 pci");
        assertEquals(6, timeline().size());
    }

    @Test
    void colours_and_tabs_that_a_tool_took_off_make_no_other_event() {
        log("journal", Clock.REALTIME, EPOCH, "1 \\x1b[33mWARN\\x1b[0m\tslow", "2 other");
        log("text", Clock.REALTIME, EPOCH, "1 WARN        slow", "2 other");
        assertEquals(2, timeline().size());
    }
}
