package whence.source.index.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the tables of an index were given comes out of them again.
class TablesTest {
    private final SplittableRandom random = new SplittableRandom(61);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 1000, 6000})
    void strings_and_their_numbers(int count) {
        LinkedHashSet<String> wanted = new LinkedHashSet<>();
        while (wanted.size() < count) {
            wanted.add("ext4_".substring(random.nextInt(5)) + "x".repeat(random.nextInt(300)) + wanted.size());
        }
        Pool pool = new Pool();
        wanted.forEach(name -> pool.intern(bytes(name), 0, bytes(name).length));
        Strings strings = new Strings(region(Strings.encode(pool)));
        Region table = region(NameTable.encode(pool));
        List<String> read = new ArrayList<>();
        strings.each((id, text, length) -> read.add(new String(text, 0, length, StandardCharsets.UTF_8)));
        assertEquals(List.copyOf(wanted), read);
        for (int id = 0; id < count; id++) {
            assertEquals(read.get(id), strings.text(id));
            assertEquals(id, NameTable.find(table, bytes(read.get(id)), strings));
        }
        assertEquals(-1, NameTable.find(table, bytes("btrfs_get"), strings));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 17, 100, 40_000, 70_001, 140_000})
    void longs_in_order(int count) {
        for (long spread : new long[] {1, 7, 1L << 33, Long.MAX_VALUE}) {
            Longs longs = new Longs();
            long[] wanted = new long[count];
            for (int i = 0; i < count; i++) {
                wanted[i] = spread == Long.MAX_VALUE ? random.nextLong() : random.nextLong(spread) - spread / 2;
                longs.add(wanted[i]);
            }
            assertEquals(count, longs.size());
            assertArrayEquals(
                    wanted,
                    LongStream.range(0, count).map(i -> longs.get((int) i)).toArray());
            Arrays.sort(wanted);
            assertArrayEquals(wanted, longs.sorted());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 500})
    void lists(int count) {
        Map<Integer, SortedSet<Integer>> wanted = pairs(count, random.nextInt(3 * count + 1));
        Lists lists = new Lists(region(Lists.encode(count, longs(wanted))));
        assertEquals(count, lists.count());
        for (int list = 0; list < count; list++) {
            assertArrayEquals(ints(wanted.getOrDefault(list, new TreeSet<>())), lists.of(list));
        }
    }

    @Test
    void texts_by_the_hash_of_a_word() {
        Map<Integer, SortedSet<Integer>> wanted = pairs(Integer.MAX_VALUE, 300);
        wanted.put(-7, new TreeSet<>(List.of(0, 3, 70_000_000)));
        WordTable words = new WordTable(region(WordTable.encode(longs(wanted))));
        wanted.forEach((hash, texts) -> {
            assertArrayEquals(ints(texts), words.texts(words.list(hash)));
            assertEquals(texts.size(), words.length(words.list(hash)));
        });
        assertEquals(-1, words.list(-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5000})
    void files_by_the_hash_of_a_constant(int count) {
        Map<Integer, SortedSet<Integer>> wanted = new TreeMap<>();
        Longs pairs = new Longs();
        for (int i = 0; i < count; i++) {
            int hash = random.nextInt();
            int file = Math.min(random.nextInt(60_000), random.nextInt(60_000));
            wanted.computeIfAbsent(hash, any -> new TreeSet<>()).add(file);
            pairs.add(ConstantTable.pair(hash, file));
        }
        ConstantTable table = new ConstantTable(region(ConstantTable.encode(pairs.sorted())));
        wanted.forEach((hash, files) -> assertEquals(List.copyOf(files), table.files(hash)));
        List<Integer> hashes = new ArrayList<>();
        table.each((hash, file) -> hashes.add(hash));
        assertEquals(count, hashes.size());
    }

    private Map<Integer, SortedSet<Integer>> pairs(int keys, int count) {
        Map<Integer, SortedSet<Integer>> pairs = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            pairs.computeIfAbsent(random.nextInt(keys), key -> new TreeSet<>()).add(random.nextInt(60_000));
        }
        return pairs;
    }

    private static long[] longs(Map<Integer, SortedSet<Integer>> pairs) {
        Longs longs = new Longs();
        pairs.forEach((key, values) -> values.forEach(value -> longs.add(((long) key << 32) | value)));
        return longs.sorted();
    }

    private static int[] ints(SortedSet<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Region region(ByteSink sink) {
        return Region.onHeap(sink.array(), sink.size());
    }
}
