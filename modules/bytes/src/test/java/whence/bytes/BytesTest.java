package whence.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BytesTest {
    @Test
    void numbers_are_little_endian_and_unsigned_where_they_say_so() {
        Bytes bytes =
                Bytes.of(new byte[] {1, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0, 0, 0, (byte) 0x80});
        assertEquals(0xff01, bytes.u16(0));
        assertEquals(0xffffffffL, bytes.u32(1));
        assertEquals(0x80000000ffffffffL, bytes.i64(1));
    }

    @Test
    void finds_a_byte_wherever_it_stands() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 2000; round++) {
            byte[] array = new byte[random.nextInt(40)];
            for (int i = 0; i < array.length; i++) {
                array[i] = (byte) random.nextInt(120, 140);
            }
            int from = random.nextInt(array.length + 1);
            int to = random.nextInt(from, array.length + 1);
            byte wanted = (byte) random.nextInt(120, 140);
            assertEquals(plainly(array, wanted, from, to), Bytes.of(array).indexOf(wanted, from, to));
        }
    }

    private static long plainly(byte[] array, byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (array[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void every_access_outside_is_refused() {
        Bytes bytes = Bytes.ofText("four").slice(1, 2);
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.at(2));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.at(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.i32(0));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(1, 2));
        assertFalse(bytes.startsWith(new byte[] {'u', 'r'}, 1));
        assertTrue(bytes.startsWith(new byte[] {'u'}, 1));
    }

    @Test
    void lines_end_at_line_feeds_and_drop_a_carriage_return_before_them() {
        Lines lines = new Lines(Bytes.ofText("one\r\n\ntw\ro\nlast"));
        List<String> texts = new ArrayList<>();
        while (lines.next()) {
            texts.add(lines.number() + ":" + lines.start() + ":" + lines.text());
        }
        assertEquals(List.of("1:0:one", "2:5:", "3:6:tw\ro", "4:11:last"), texts);
    }

    @Test
    void a_stream_reads_the_same_bytes_and_skips_no_further_than_the_end() throws Exception {
        byte[] text = "some text".getBytes(StandardCharsets.US_ASCII);
        try (BytesInputStream in = new BytesInputStream(Bytes.of(text))) {
            assertEquals('s', in.read());
            assertEquals(3, in.skip(3));
            assertArrayEquals(" text".getBytes(StandardCharsets.US_ASCII), in.readAllBytes());
            assertEquals(0, in.skip(5));
            assertEquals(-1, in.read());
            assertEquals(9, in.position());
        }
    }
}
