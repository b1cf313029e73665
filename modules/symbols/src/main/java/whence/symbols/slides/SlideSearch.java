package whence.symbols.slides;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.symbols.facts.SymbolTable;

/// Works out how far the addresses of one list lie from those of another, from symbols that both name.
///
/// Names that are unique in both vote; nine of ten must agree. Where no name is unique (an excerpt of one ambiguous
/// name), a distance counts that lays every copy onto a copy and is a multiple of 2 MiB, the step in which KASLR
/// moves a kernel on x86-64 and arm64, provided that it is the only one.
public final class SlideSearch {
    private static final int SAMPLE = 4096;
    private static final long STEP = 2 << 20;
    /// So many symbols do not agree by chance; fewer must also lie a whole number of steps away.
    private static final int ENOUGH = 8;

    private final SymbolTable base;
    private final SymbolTable other;

    /// @param base whose addresses stand as they are
    public SlideSearch(SymbolTable base, SymbolTable other) {
        this.base = base;
        this.other = other;
    }

    /// Empty where nothing fits: another kernel, or hidden addresses.
    public Optional<Slide> find() {
        if (base.addressesHidden() || other.addressesHidden()) {
            return Optional.empty();
        }
        return byUniqueNames().or(this::byCopies);
    }

    private Optional<Slide> byUniqueNames() {
        Map<Long, Integer> votes = new HashMap<>();
        Map<Long, int[]> example = new HashMap<>();
        int stride = Math.max(1, other.count() / SAMPLE);
        int voters = 0;
        for (int row = 0; row < other.count(); row += stride) {
            int partner = uniquePartner(row);
            if (partner >= 0) {
                voters++;
                long distance = base.address(partner) - other.address(row);
                votes.merge(distance, 1, Integer::sum);
                example.putIfAbsent(distance, new int[] {partner, row});
            }
        }
        int total = voters;
        return votes.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .filter(best -> best.getValue() * 10L >= total * 9L)
                .filter(best -> best.getValue() >= ENOUGH || best.getKey() % STEP == 0)
                .map(best -> slide(best.getKey(), best.getValue(), example.getOrDefault(best.getKey(), new int[2])));
    }

    private Slide slide(long distance, int anchors, int[] example) {
        String name = base.name(example[0]);
        String why = anchors == 1
                ? "the unique symbol " + name + " stands " + Hex.signed(distance) + " away"
                : anchors + " unique symbols, " + name + " among them, stand " + Hex.signed(distance) + " away";
        return new Slide(
                other.artifact(),
                base.artifact(),
                distance,
                anchors,
                Grade.DERIVED,
                why,
                List.of(base.span(example[0]), other.span(example[1])));
    }

    /// The row in the base that can only be the same symbol: code or data of the kernel proper, the name borne once.
    private int uniquePartner(int row) {
        if (other.address(row) == 0 || !other.module(row).isEmpty()) {
            return -1;
        }
        String name = other.name(row);
        int[] here = base.named(name);
        if (here.length != 1 || !base.module(here[0]).isEmpty() || absolute(base.type(here[0]))) {
            return -1;
        }
        int[] there = other.named(name);
        return IntStream.of(there).allMatch(r -> other.address(r) == other.address(row)) ? here[0] : -1;
    }

    /// Per-CPU symbols are offsets and do not move.
    private static boolean absolute(char type) {
        return type == 'a' || type == 'A';
    }

    private Optional<Slide> byCopies() {
        if (other.count() == 0 || other.count() > SAMPLE) {
            return Optional.empty();
        }
        long[] candidates = candidates();
        if (candidates.length != 1) {
            return Optional.empty();
        }
        String why = "the only distance that lays all " + other.count() + " symbols of " + other.artifact()
                + " onto symbols of the same name, in steps of 2 MiB as KASLR moves a kernel, is "
                + Hex.signed(candidates[0]);
        List<Span> evidence =
                IntStream.range(0, other.count()).limit(2).mapToObj(other::span).toList();
        return Optional.of(new Slide(
                other.artifact(), base.artifact(), candidates[0], other.count(), Grade.DERIVED, why, evidence));
    }

    private long[] candidates() {
        return IntStream.of(base.named(other.name(0)))
                .mapToLong(row -> base.address(row) - other.address(0))
                .distinct()
                .filter(distance -> distance % STEP == 0)
                .filter(this::laysAll)
                .toArray();
    }

    private boolean laysAll(long distance) {
        return IntStream.range(0, other.count())
                .allMatch(row -> addresses(base.named(other.name(row)))
                        .anyMatch(address -> address == other.address(row) + distance));
    }

    private LongStream addresses(int[] rows) {
        return IntStream.of(rows).mapToLong(base::address);
    }
}
