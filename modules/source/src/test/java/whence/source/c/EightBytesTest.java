package whence.source.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What looks at eight bytes a step finds what one byte a step finds.
class EightBytesTest {
    private final SplittableRandom random = new SplittableRandom(8);

    @Test
    void lines_begin_where_they_do_byte_by_byte() {
        for (int round = 0; round < 300; round++) {
            byte[] text = text("a\n\u000b\u008a", random.nextInt(40));
            List<Integer> wanted = new ArrayList<>(List.of(0));
            for (int i = 0; i < text.length; i++) {
                if (text[i] == '\n') {
                    wanted.add(i + 1);
                }
            }
            LineStarts starts = LineStarts.of(text, text.length);
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < starts.count(); i++) {
                found.add(starts.start(i));
            }
            assertEquals(wanted, found);
        }
    }

    @Test
    void comments_end_where_they_do_byte_by_byte() {
        for (int round = 0; round < 3000; round++) {
            byte[] text = text("/*. ", 2 + random.nextInt(40));
            text[0] = '/';
            text[1] = '*';
            int end = new String(text, StandardCharsets.ISO_8859_1).indexOf("*/", 2);
            assertEquals(end < 0 ? text.length : end + 2, Ends.comment(text, 0, text.length));
        }
    }

    private byte[] text(String letters, int length) {
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) letters.charAt(random.nextInt(letters.length()));
        }
        return text;
    }
}
