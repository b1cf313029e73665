package whence.timeline.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Bytes;
import whence.bytes.CancelledException;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.Timeline;

/// Expressions that take longer than anybody waits, wherever a filter may hold one.
class GivingUpTest {
    private static final String EVIL = "a".repeat(20_000);
    private static final Texts TEXTS = new Texts() {
        @Override
        public String text(Events events, int row) {
            return EVIL;
        }

        @Override
        public Detail detail(Events events, int row) {
            return Detail.leaf("message", EVIL);
        }

        @Override
        public Optional<Bytes> plain(Events events) {
            return Optional.of(Bytes.ofText(EVIL));
        }
    };

    private static Timeline timeline() {
        EventsBuilder events = new EventsBuilder(EVIL);
        events.add(EventKind.LOG, Clock.NONE, Events.NO_TIME, 1, 1, 0, EVIL.length());
        events.set(Fields.COMM, 0, EVIL);
        return Timeline.of(List.of(events.build()));
    }

    /// Gives up when it was asked a few times.
    private static Watch impatient() {
        return new Watch() {
            private int asked;

            @Override
            public void progress(long done, long total) {}

            @Override
            public boolean cancelled() {
                return ++asked > 5;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/[a-y]+[0-9]/",
                "/[a-y]+[0-9]/i",
                "comm~\"(a+)+b\"",
                "comm:/[a-y]+[0-9]/",
                "comm!=a*a*a*a*b",
                "detail.message~\"[a-y]+[0-9]\"",
                "artifact:/(a+)+b/",
                "-comm~\"(a|aa)+b\" kind:log"
            })
    void an_expression_is_left_where_its_user_gives_up(String text) {
        Filter filter = (Filter) Filter.parse(text);
        Timeline timeline = timeline();
        assertThrows(CancelledException.class, () -> filter.over(timeline, TEXTS, impatient()));
        assertThrows(
                CancelledException.class,
                () -> filter.sieve(timeline, TEXTS, impatient()).passes(0));
    }

    @Test
    void an_expression_that_goes_deep_finds_what_it_finds() {
        Filter filter = (Filter) Filter.parse("comm:/^(a|aa)+$/");
        assertEquals(1, filter.over(timeline(), TEXTS, Watch.NONE).count());
        Filter other = (Filter) Filter.parse("/^(a|b)+c/");
        assertEquals(0, other.over(timeline(), TEXTS, Watch.NONE).count());
    }
}
