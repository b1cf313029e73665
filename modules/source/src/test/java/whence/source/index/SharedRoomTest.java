package whence.source.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import whence.source.index.table.Hash;

/// What stands behind a file in the array that it was read into is no part of it.
class SharedRoomTest {
    private static final String[] FILES = {
        "#define LIMIT 7\nstatic int weld(struct torch *t)\n{\n\treturn cool(t) ? -EIO : 0;\n}",
        "enum state { IDLE, BUSY",
        "void f(void) { pr_err(\"no torch for bench %d\\n\", LIMIT); }\n/* not closed ",
        "#include \"weld.c",
        "#define frob_err(fmt, ...) pr_err(\"frob: \" fmt, ##__VA_ARGS__)",
        "int last(void) { return g",
        "",
        "x",
        "\"\\",
        "#",
    };

    private final SplittableRandom random = new SplittableRandom(6);

    @Test
    void files_read_into_one_array_give_the_index_of_files_read_each_into_its_own() throws IOException {
        IndexBuilder own = new IndexBuilder();
        IndexBuilder shared = new IndexBuilder();
        byte[] room = new byte[1 << 10];
        for (int i = 0; i < FILES.length; i++) {
            byte[] text = FILES[i].getBytes(StandardCharsets.UTF_8);
            own.add("kernel/" + i + ".c", text, text.length, 0);
            Arrays.fill(room, (byte) "}\"\n)a/*".charAt(random.nextInt(7)));
            System.arraycopy(text, 0, room, 0, text.length);
            shared.add("kernel/" + i + ".c", room, text.length, 0);
        }
        assertArrayEquals(written(own), written(shared));
    }

    @Test
    void a_word_has_the_same_hash_wherever_it_stands() {
        for (int length = 0; length < 40; length++) {
            byte[] alone = new byte[length];
            for (int i = 0; i < length; i++) {
                alone[i] = (byte) random.nextInt(256);
            }
            int hash = Hash.of(alone, 0, length);
            for (int before = 0; before < 20; before++) {
                byte[] amid = new byte[before + length + random.nextInt(12)];
                Arrays.fill(amid, (byte) random.nextInt(256));
                System.arraycopy(alone, 0, amid, before, length);
                assertEquals(hash, Hash.of(amid, before, before + length));
            }
        }
    }

    private static byte[] written(IndexBuilder builder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.finish().write(Channels.newChannel(out), "0".repeat(32));
        return out.toByteArray();
    }
}
