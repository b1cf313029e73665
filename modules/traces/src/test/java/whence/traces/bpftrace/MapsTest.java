package whence.traces.bpftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whence.evidence.EventKind;
import whence.timeline.Fields;
import whence.traces.Fixture;
import whence.traces.tally.Amount;
import whence.traces.tally.Bucket;
import whence.traces.tally.Tally;

/// The maps of `bpftrace-maps.bt`, printed by bpftrace 0.17 as text and as JSON, one run each.
class MapsTest {
    private final Fixture text = Fixture.of("bpftrace-maps.txt");
    private final Fixture json = Fixture.of("bpftrace-maps.json");

    private static List<Tally> tallies(Fixture fixture) {
        return IntStream.range(0, fixture.events().count())
                .boxed()
                .flatMap(row -> Tally.of(fixture.input(), fixture.events(), row).stream())
                .toList();
    }

    private static Amount amount(Fixture fixture, String map) {
        return tallies(fixture).stream()
                .filter(tally -> tally.map().equals(map))
                .findFirst()
                .orElseThrow()
                .amount();
    }

    private static Amount.Histogram histogram(Fixture fixture, String map) {
        return (Amount.Histogram) amount(fixture, map);
    }

    private static Bucket bucket(long from, long below, long count) {
        return new Bucket(OptionalLong.of(from), OptionalLong.of(below), count);
    }

    @Test
    void text_and_json_hold_the_same_entries() {
        List<String> names = tallies(text).stream().map(Tally::map).toList();
        assertEquals(28, names.size());
        assertEquals(names, tallies(json).stream().map(Tally::map).toList());
        for (Fixture fixture : List.of(text, json)) {
            for (int row = 0; row < fixture.events().count(); row++) {
                boolean tally = fixture.events().kind(row) == EventKind.TALLY;
                assertEquals(tally, fixture.text(row).startsWith("@"), fixture.text(row));
            }
        }
    }

    @Test
    void the_buckets_of_a_histogram_have_the_bounds_and_counts_that_both_forms_say() {
        List<Bucket> buckets = histogram(text, "@h").buckets();
        assertEquals(new Bucket(OptionalLong.empty(), OptionalLong.of(0), 1), buckets.get(0));
        assertEquals(bucket(0, 1, 1), buckets.get(1));
        assertEquals(bucket(1, 2, 1), buckets.get(2));
        assertEquals(bucket(4, 8, 2), buckets.get(4));
        assertEquals(bucket(4 << 20, 8 << 20, 1), buckets.get(24));
        assertEquals(34, buckets.size());
        assertEquals(buckets.subList(0, 33), histogram(json, "@h").buckets().subList(0, 33));
        for (String map : List.of("@hk", "@hk2", "@l")) {
            assertEquals(amount(text, map), amount(json, map));
        }
        assertEquals(bucket(4096, 8192, 1), histogram(json, "@hk").buckets().getFirst());
    }

    @Test
    void a_bound_that_overflowed_is_left_open() {
        assertEquals(
                new Bucket(OptionalLong.of(1L << 31), OptionalLong.empty(), 1),
                histogram(json, "@h").buckets().getLast());
        assertEquals(
                bucket(2L << 30, 4L << 30, 1), histogram(text, "@h").buckets().getLast());
    }

    @Test
    void a_linear_histogram_is_open_at_both_ends() {
        Amount.Histogram linear = histogram(text, "@l");
        assertEquals(
                new Bucket(OptionalLong.empty(), OptionalLong.of(0), 1),
                linear.buckets().getFirst());
        assertEquals(bucket(50, 60, 2), linear.buckets().get(6));
        assertEquals(
                new Bucket(OptionalLong.of(100), OptionalLong.empty(), 1),
                linear.buckets().getLast());
        assertEquals(5, linear.total());
        assertEquals(2, linear.most());
        assertEquals("5 values, most in [50, 60)", linear.summary());
    }

    @Test
    void each_key_of_a_map_is_an_entry() {
        assertEquals(
                List.of("@lk[k]: 1 value, most in [4K, 5K)", "@lk[m]: 1 value, most in [10K, ...)"),
                tallies(text).stream()
                        .filter(tally -> tally.map().equals("@lk"))
                        .map(Tally::line)
                        .toList());
        assertEquals("@lk[k]: 1 value, most in [4K, 5K), and 1 more", json.text(json.find("@lk")));
        assertEquals(
                List.of("a, b, 3", "x]: y, 4"),
                tallies(text).stream()
                        .filter(tally -> tally.map().equals("@c2"))
                        .map(Tally::key)
                        .toList());
        int c2 = text.find("@c2");
        assertEquals("@c2", text.events().text(Fields.PROBE, c2));
        assertEquals("@c2", json.events().text(Fields.PROBE, json.find("@c2")));
    }

    @Test
    void numbers_strings_and_statistics_are_told_apart() {
        for (Fixture fixture : List.of(text, json)) {
            assertEquals(OptionalLong.of(-7), ((Amount.Written) amount(fixture, "@neg")).number());
            assertEquals(new Amount.Written("hello world"), amount(fixture, "@str"));
            assertEquals(new Amount.Stats(2, 15, 30), amount(fixture, "@s"));
            assertEquals(new Amount.Written("6"), amount(fixture, "@avg"));
        }
    }

    @Test
    void stacks_are_keys_and_values() {
        for (Fixture fixture : List.of(text, json)) {
            Amount.Stack stack = (Amount.Stack) amount(fixture, "@kv");
            assertEquals("__x64_sys_bpf+29", stack.frames().get(4));
            assertEquals(7, stack.frames().size());
            String line = fixture.text(fixture.find("@ks"));
            assertTrue(line.contains(" < __x64_sys_bpf+29 < do_syscall_64+113 < "), line);
            assertTrue(line.endsWith("bpftrace]: 1"), line);
        }
    }

    @Test
    void an_opened_histogram_lists_its_buckets() {
        int row = text.find("@hk[dd]");
        var detail = text.reader().detail(text.input(), text.events(), row);
        assertEquals("@hk[dd]", detail.name());
        assertEquals(
                List.of("[4K, 8K)=1", "[8K, 16K)=1"),
                detail.children().stream().map(d -> d.name() + "=" + d.value()).toList());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, [0]", "-8, -4, '[-8, -4)'", "1024, 2048, '[1K, 2K)'", "1000, 1048576, '[1000, 1M)'"})
    void bounds_are_labelled_in_powers_of_1024(long from, long below, String label) {
        assertEquals(label, bucket(from, below, 0).label());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "@x",
                "@x[",
                "@x[a",
                "@x[]:",
                "@x:",
                "@[1, 2) 3 |",
                "{",
                "{\"type\":\"hist\",\"data\":{\"@\":[3]}}"
            })
    void damaged_entries_do_no_harm(String damaged) {
        Tally.of(damaged).forEach(tally -> assertTrue(tally.line().startsWith("@")));
    }
}
