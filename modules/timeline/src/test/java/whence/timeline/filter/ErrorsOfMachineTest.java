package whence.timeline.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.Errno;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Matches;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.filter.grammar.Completion;

/// Errors that a filter names are looked for by the numbers of the machine that the events are of.
class ErrorsOfMachineTest {
    private static final Texts NONE = new Texts() {
        @Override
        public String text(Events events, int row) {
            return "";
        }

        @Override
        public Optional<Bytes> plain(Events events) {
            return Optional.empty();
        }
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x86    | ret:ETIMEDOUT            | 0
            x86    | ret:EBADF,ETIMEDOUT      | 0 3
            mips   | ret:ETIMEDOUT            | 1
            mips   | errno:ETIMEDOUT          | 1
            mips   | ret!=ETIMEDOUT           | 0 2 3
            mips   | errno:EBADF..ETIMEDOUT   | 0 1 2 3
            sparc  | ret:ETIMEDOUT            | 2
            sparc  | errno:EBADF              | 3
            sparc  | errno:EINIT              |
            x86    | errno:>ETIMEDOUT         | 1
            """)
    void an_error_by_name(String architecture, String filter, String rows) {
        Timeline timeline = Timeline.of(List.of(events().numbered(Errno.of(architecture))));
        Filter parsed = assertInstanceOf(Filter.class, Filter.parse(filter));
        Matches matches = parsed.over(timeline, NONE, Watch.NONE);
        List<String> found = IntStream.range(0, matches.count())
                .mapToObj(at -> Integer.toString(matches.position(at)))
                .toList();
        assertEquals(rows == null ? "" : rows, String.join(" ", found));
        Sieve sieve = parsed.sieve(timeline, NONE, Watch.NONE);
        for (int row = 0; row < timeline.size(); row++) {
            assertEquals(found.contains(Integer.toString(row)), sieve.passes(row));
        }
    }

    @ParameterizedTest
    @CsvSource({"x86, false", "mips, true"})
    void names_complete_as_the_machine_has_them(String architecture, boolean has) {
        Timeline timeline = Timeline.of(List.of(events().numbered(Errno.of(architecture))));
        assertEquals(has, Completion.at("errno:EIN", 9, timeline).choices().contains("EINIT"));
        assertTrue(Completion.at("errno:EIN", 9, timeline).choices().contains("EINVAL"));
    }

    private static Events events() {
        EventsBuilder events = new EventsBuilder("trace.txt");
        long[] numbers = {110, 145, 60, 9};
        for (int i = 0; i < numbers.length; i++) {
            int row = events.add(EventKind.RETURN, Clock.TRACE, i, 7, i + 1, i * 10L, 10);
            events.set(Fields.RET, row, -numbers[i]);
            events.set(Fields.ERRNO, row, numbers[i]);
        }
        return events.build();
    }
}
