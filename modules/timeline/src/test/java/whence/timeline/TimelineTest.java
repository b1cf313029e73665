package whence.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Ref;

class TimelineTest {
    private static Events events(String artifact, long... times) {
        EventsBuilder builder = new EventsBuilder(artifact);
        for (int i = 0; i < times.length; i++) {
            builder.add(EventKind.LOG, Clock.REALTIME, times[i], 1, i + 1, i * 10L, 10);
        }
        return builder.build();
    }

    private static List<String> refs(Timeline timeline) {
        return IntStream.range(0, timeline.size())
                .mapToObj(at -> timeline.events(at).artifact() + timeline.row(at))
                .toList();
    }

    @Test
    void events_of_several_artifacts_stand_in_order_of_time() {
        Timeline timeline = Timeline.of(List.of(events("a", 10, 30, 50), events("b", 20, 40, 40)));
        assertEquals(List.of("a0", "b0", "a1", "b1", "b2", "a2"), refs(timeline));
    }

    @Test
    void equal_times_are_ordered_by_artifact_and_then_by_row() {
        assertEquals(List.of("a0", "a1", "b0"), refs(Timeline.of(List.of(events("a", 5, 5), events("b", 5)))));
    }

    @Test
    void an_artifact_out_of_order_is_sorted_and_a_line_without_a_stamp_keeps_its_company() {
        Events a = events("a", 30, Events.NO_TIME, 10);
        assertEquals(List.of("a2", "b0", "a0", "a1"), refs(Timeline.of(List.of(a, events("b", 20)))));
    }

    @Test
    void artifacts_without_any_time_stand_behind_all_others() {
        Timeline timeline = Timeline.of(List.of(events("a", Events.NO_TIME, Events.NO_TIME), events("b", 20)));
        assertEquals(List.of("b0", "a0", "a1"), refs(timeline));
    }

    @Test
    void every_event_is_found_where_it_stands() {
        SplittableRandom random = new SplittableRandom(4711);
        List<Events> artifacts = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            artifacts.add(events(
                    name,
                    random.longs(500, 0, 1000)
                            .map(t -> t % 7 == 0 ? Events.NO_TIME : t)
                            .toArray()));
        }
        Timeline timeline = Timeline.of(artifacts);
        assertEquals(1500, timeline.size());
        for (int at = 0; at < timeline.size(); at++) {
            assertEquals(at, timeline.indexOf(timeline.ref(at)));
            assertTrue(at == 0 || timeline.placeNs(at - 1) <= timeline.placeNs(at));
        }
        assertEquals(-1, timeline.indexOf(new Ref.Event("a", 500)));
    }

    @Test
    void a_window_begins_at_the_first_event_not_before_it() {
        Timeline timeline = Timeline.of(List.of(events("a", 10, 30, 50), events("b", 20, 40, 40)));
        assertEquals(3, timeline.firstAt(40));
        assertEquals(5, timeline.firstAt(41));
        assertEquals(6, timeline.firstAt(60));
    }

    @Test
    void matches_find_their_rows_and_positions() {
        SplittableRandom random = new SplittableRandom(1);
        long[] words = random.longs(40).map(w -> w & random.nextLong()).toArray();
        Matches matches = Matches.ofWords(words, 2500);
        int seen = 0;
        for (int position = 0; position < 2500; position++) {
            assertEquals(seen, matches.rank(position));
            if (matches.contains(position)) {
                assertEquals(position, matches.position(seen++));
            }
        }
        assertEquals(seen, matches.count());
        assertEquals(2500 - seen, matches.not().count());
        assertEquals(0, matches.and(matches.not()).count());
        assertEquals(2500, matches.or(matches.not()).count());
    }
}
