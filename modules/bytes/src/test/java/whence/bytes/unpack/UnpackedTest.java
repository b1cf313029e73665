package whence.bytes.unpack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Bytes;
import whence.bytes.CancelledException;
import whence.bytes.Watch;

/// Compressed inputs, whole and hostile.
final class UnpackedTest {
    private static final byte[] LINES = lines();

    private static byte[] lines() {
        StringBuilder text = new StringBuilder();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 8000; i++) {
            text.append("line ").append(i).append(' ').append(random.nextInt()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Unpacked unpack(byte[] packed) throws Exception {
        return Unpacked.of(
                Bytes.of(packed), Compression.of(Bytes.of(packed)).orElseThrow(), Limits.DEFAULT, Watch.NONE);
    }

    private static byte[] all(Unpacked unpacked) {
        return unpacked.bytes().copy(0, Math.toIntExact(unpacked.bytes().size()));
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void unpacks_what_was_packed(Compression compression) throws Exception {
        byte[] packed = Packers.pack(compression, LINES);
        assertEquals(Optional.of(compression), Compression.of(Bytes.of(packed)));
        try (Unpacked unpacked = unpack(packed)) {
            assertArrayEquals(LINES, all(unpacked));
            assertEquals(Optional.empty(), unpacked.trouble());
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void reads_members_that_follow_one_another(Compression compression) throws Exception {
        byte[] one = Packers.pack(compression, LINES);
        try (Unpacked unpacked = unpack(Packers.joined(one, one))) {
            assertArrayEquals(Packers.joined(LINES, LINES), all(unpacked));
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void a_cut_input_gives_its_beginning_and_a_sentence(Compression compression) throws Exception {
        byte[] packed = Packers.pack(compression, LINES);
        try (Unpacked unpacked = unpack(Arrays.copyOf(packed, packed.length - 5))) {
            byte[] there = all(unpacked);
            assertTrue(unpacked.trouble().isPresent(), compression + " said nothing");
            assertArrayEquals(Arrays.copyOf(LINES, there.length), there);
        }
    }

    @Test
    void skippable_frames_are_skipped_wherever_they_stand() throws Exception {
        byte[] frame = Packers.zstd(LINES);
        byte[] packed = Packers.joined(
                Packers.skippable(0, 100), frame, Packers.skippable(15, 0), frame, Packers.skippable(7, 70_000));
        try (Unpacked unpacked = unpack(packed)) {
            assertEquals(Optional.empty(), unpacked.trouble());
            assertArrayEquals(Packers.joined(LINES, LINES), all(unpacked));
        }
    }

    @Test
    void what_follows_the_last_frame_is_said() throws Exception {
        try (Unpacked unpacked = unpack(Packers.joined(Packers.zstd(LINES), "no frame".getBytes()))) {
            assertArrayEquals(LINES, all(unpacked));
            assertTrue(unpacked.trouble().isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void a_bomb_is_cut_off_at_the_limit(Compression compression) throws Exception {
        byte[] packed = Packers.pack(compression, new byte[4 << 20]);
        Limits limits = new Limits(1 << 20, 10);
        try (Unpacked unpacked = Unpacked.of(Bytes.of(packed), compression, limits, Watch.NONE)) {
            assertTrue(unpacked.bytes().size() <= 1 << 20);
            assertTrue(unpacked.trouble().orElseThrow().contains("more than 1048576 bytes"));
        }
    }

    @Test
    void the_ratio_counts_only_behind_the_free_part() {
        Limits limits = new Limits(8L << 30, 100);
        assertEquals(Limits.FREE, limits.allowed(10));
        assertEquals(100L << 20, limits.allowed(1 << 20));
        assertEquals(8L << 30, limits.allowed(Long.MAX_VALUE / 2));
    }

    @Test
    void larger_contents_go_to_a_file_that_has_no_name() throws Exception {
        byte[] large = new byte[33 << 20];
        large[large.length - 1] = 7;
        Unpacked unpacked = unpack(Packers.zstd(large));
        assertEquals(large.length, unpacked.bytes().size());
        assertEquals(7, unpacked.bytes().at(large.length - 1));
        unpacked.close();
        assertThrows(IllegalStateException.class, () -> unpacked.bytes().at(0));
    }

    @Test
    void unpacking_can_be_given_up() throws Exception {
        byte[] packed = Packers.pack(Compression.XZ, LINES);
        Watch cancelled = new Watch() {
            @Override
            public void progress(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(
                CancelledException.class,
                () -> Unpacked.of(Bytes.of(packed), Compression.XZ, Limits.DEFAULT, cancelled));
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void damage_anywhere_is_a_sentence_and_never_an_exception(Compression compression) throws Exception {
        byte[] packed = Packers.pack(compression, Arrays.copyOf(LINES, 3000));
        SplittableRandom random = new SplittableRandom(compression.ordinal());
        Limits limits = new Limits(1 << 20, 100);
        int said = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = packed.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try (Unpacked unpacked = Unpacked.of(Bytes.of(damaged), compression, limits, Watch.NONE)) {
                said += unpacked.trouble().isPresent() ? 1 : 0;
            }
        }
        // The LZ4 frames of this encoder carry no checksum of their content.
        int least = compression == Compression.LZ4 ? 1 : 100;
        assertTrue(said >= least, compression + " noticed only " + said + " of 300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "B", "BZh", "BZhang wrote", "\u001f", "text", "(\u00b5/"})
    void words_are_not_taken_for_magic_numbers(String text) {
        assertEquals(Optional.empty(), Compression.of(Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1))));
    }
}
