package whence.timeline.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Matches;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.filter.grammar.Completion;
import whence.timeline.filter.grammar.FilterError;
import whence.timeline.filter.text.RequiredLiteral;

class FilterTest {
    private static final String TEXT = """
            execve insmod = 0
            finit_module fd=3 = -1 ENOEXEC
            bpf(BPF_PROG_LOAD) = -1 EINVAL
            openat "/etc/ld.so.cache" = 3
            exited with 1
            """;
    private final Bytes bytes = Bytes.ofText(TEXT);
    private final Timeline timeline = Timeline.of(List.of(events()));

    private Events events() {
        EventsBuilder events = new EventsBuilder("strace.txt");
        Lines lines = new Lines(bytes);
        EventKind[] kinds = {EventKind.EXEC, EventKind.CALL, EventKind.CALL, EventKind.CALL, EventKind.EXIT};
        String[] calls = {"execve", "finit_module", "bpf", "openat", null};
        long[] results = {0, -1, -1, 3, Events.NO_NUMBER};
        long[] errors = {Events.NO_NUMBER, 8, 22, Events.NO_NUMBER, Events.NO_NUMBER};
        for (int i = 0; lines.next(); i++) {
            int row = events.add(kinds[i], Clock.REALTIME, i, 4711, i + 1, lines.start(), lines.length());
            if (calls[i] != null) {
                events.set(Fields.CALL, row, calls[i]);
            }
            events.set(Fields.RET, row, results[i]);
            events.set(Fields.ERRNO, row, errors[i]);
            events.set(Fields.COMM, row, i < 2 ? "insmod" : "bpfcase");
        }
        return events.build();
    }

    private Texts texts(boolean plain) {
        return new Texts() {
            @Override
            public String text(Events events, int row) {
                return bytes.text(events.offset(row), events.length(row));
            }

            @Override
            public Optional<Bytes> plain(Events events) {
                return plain ? Optional.of(bytes) : Optional.empty();
            }
        };
    }

    private List<Integer> rows(String filter, boolean plain) {
        Matches matches =
                assertInstanceOf(Filter.class, Filter.parse(filter), filter).over(timeline, texts(plain), Watch.NONE);
        return IntStream.range(0, matches.count())
                .map(matches::position)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            kind:call                          | 1 2 3
            kind:call,exec                     | 0 1 2 3
            kind!=call                         | 0 4
            ret:<0                             | 1 2
            ret<0                              | 1 2
            ret:0..3                           | 0 3
            errno:EINVAL                       | 2
            errno:EINVAL,ENOEXEC               | 1 2
            call:bpf                           | 2
            call:*module                       | 1
            'comm~"ins.|nothing"'               | 0 1
            pid:4711 call:bpf                  | 2
            pid:4712                           |
            insmod OR openat                   | 0 3
            -kind:call                         | 0 4
            NOT (kind:call OR kind:exit)       | 0
            "= -1" AND fd                      | 1
            /exit.* with \\d/                  | 4
            /EXITED/i                          | 4
            text:ld.so                         | 3
            artifact:*.txt errno:>0            | 1 2
            ''                                 | 0 1 2 3 4
            """)
    void passes_what_it_says(String filter, String expected) {
        List<Integer> rows = expected == null
                ? List.of()
                : List.of(expected.strip().split(" ")).stream()
                        .map(Integer::valueOf)
                        .toList();
        assertEquals(rows, rows(filter, true));
        assertEquals(rows, rows(filter, false));
        Filter parsed = (Filter) Filter.parse(filter);
        assertEquals(
                rows,
                IntStream.range(0, timeline.size())
                        .filter(at ->
                                parsed.sieve(timeline, texts(true), Watch.NONE).passes(at))
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            errno:EINVALID         |  6 | there is no error EINVALID
            kind:cal               |  5 | there is no such kind: cal
            pid:x                  |  4 | this is no number: x
            a OR                   |  4 | something to look for is missing here
            (a b                   |  0 | this parenthesis is not closed
            a) b                   |  1 | this parenthesis closes nothing
            comm:                  |  5 | a value is missing behind :
            pid~3                  |  3 | pid is a number; use :, !=, <, <=, > or >=
            "open                  |  0 | the quote or slash that opens here is not closed
            ret:1,2,z              |  8 | this is no number: z
            /a(b/                  |  4 | regular expression: Unclosed group
            OR a                   |  0 | something to look for is missing before OR
            """)
    void says_where_a_filter_is_wrong(String filter, int position, String message) {
        FilterError error = assertInstanceOf(FilterError.class, Filter.parse(filter));
        assertEquals(message, error.message());
        assertEquals(position, error.position());
    }

    @Test
    void an_unknown_field_suggests_the_nearest_names() {
        FilterError error = assertInstanceOf(FilterError.class, Filter.parse("ernno:EINVAL"));
        assertEquals(0, error.position());
        assertEquals("errno", error.instead().getFirst());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Invalid .* magic, 'Invalid '
            foo\\.bar+x, foo.bar
            a|b, ''
            (abc)def?, de
            [xyz]abc{2}de, ab
            """)
    void knows_the_literal_that_a_regular_expression_needs(String regex, String literal) {
        assertEquals(literal, RequiredLiteral.of(regex));
    }

    @Test
    void finds_words_across_the_blocks_of_a_large_artifact() {
        String needle = "NEEDLE";
        byte[] large = "x"
                .repeat((1 << 20) - 3)
                .concat(needle)
                .concat("\ntail " + needle + "\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Bytes all = Bytes.of(large);
        EventsBuilder events = new EventsBuilder("large");
        Lines lines = new Lines(all);
        while (lines.next()) {
            events.add(EventKind.LOG, Clock.NONE, Events.NO_TIME, 1, lines.number(), lines.start(), lines.length());
        }
        Texts texts = new Texts() {
            @Override
            public String text(Events of, int row) {
                throw new AssertionError("decodes a row although the bytes are plain");
            }

            @Override
            public Optional<Bytes> plain(Events of) {
                return Optional.of(all);
            }
        };
        Filter filter = (Filter) Filter.parse(needle);
        assertEquals(
                2,
                filter.over(Timeline.of(List.of(events.build())), texts, Watch.NONE)
                        .count());
        assertTrue(filter.text().equals(needle));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ki              | 0 | [kind:]
            kind:ex         | 5 | [exec, exit]
            errno:EINV      | 6 | [EINVAL]
            a call:op       | 7 | [openat]
            -comm:          | 6 | [bpfcase, insmod]
            call:bpf,fin    | 9 | [finit_module]
            nothing         | 0 | []
            """)
    void completes_names_and_the_values_that_events_have(String typed, int from, String choices) {
        Completion completion = Completion.at(typed, typed.length(), timeline);
        assertEquals(choices, completion.choices().toString());
        assertEquals(from, completion.from());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            insmod kind:call ret:-1,         2
            insmod kind:exec,                1
            kind:mark insmod,                0
            kind:call OR insmod,             2
            pid:4711 OR insmod,              0
            -kind:call -insmod,              2
            insmod,                          5
            (kind:call OR insmod) errno:8,   0
            """)
    void words_are_looked_for_only_where_the_columns_leave_it_open(String filter, int decoded) {
        AtomicInteger asked = new AtomicInteger();
        Texts counting = new Texts() {
            @Override
            public String text(Events events, int row) {
                asked.incrementAndGet();
                return texts(false).text(events, row);
            }

            @Override
            public Optional<Bytes> plain(Events events) {
                return Optional.empty();
            }
        };
        Filter parsed = assertInstanceOf(Filter.class, Filter.parse(filter));
        Matches matches = parsed.over(timeline, counting, Watch.NONE);
        assertEquals(decoded, asked.get());
        assertEquals(
                IntStream.range(0, timeline.size())
                        .filter(at ->
                                parsed.sieve(timeline, counting, Watch.NONE).passes(at))
                        .count(),
                matches.count());
    }
}
