package whence.source.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import whence.bytes.Bytes;
import whence.source.index.facts.Shard;
import whence.source.index.table.DamagedException;
import whence.source.index.table.Lists;
import whence.source.index.table.Region;
import whence.source.index.table.WordTable;
import whence.source.logs.table.StatementTable;

/// An index that something has changed is told to be damaged, or answers what it would have. Run as tests these see
/// their seeds only; with JAZZER_FUZZ=1 in the environment they look for more.
class ImageFuzzTest {
    private static final String NAME = "0123456789abcdef".repeat(2);
    private static final Map<String, String> FILES = Map.of("include/linux/weld.h", """
            #define LIMIT 7
            #define weld_err(fmt, ...) pr_err("weld: " fmt, ##__VA_ARGS__)
            enum torch { COLD, HOT = 4 };
            """, "drivers/weld.c", """
            #include "torch.c"
            static int weld(struct torch *t, const char *how, ...)
            {
            	weld_err("torch %u is cold after %s\\n", t->number, LIMIT);
            	return t->operations->cool(t);
            }
            static const struct operations all = { .weld = weld };
            """);

    /// The bytes are edits, three for each: a place in the file and what is turned over there.
    @FuzzTest
    void edited_file(byte[] edits) throws IOException {
        byte[] good = file();
        byte[] edited = edited(good, edits);
        if (Arrays.equals(good, edited)) {
            assertEquals(answers(Image.inFile(Bytes.of(good), NAME)), answers(Image.inFile(Bytes.of(edited), NAME)));
        } else {
            assertThrows(DamagedException.class, () -> answers(Image.inFile(Bytes.of(edited), NAME)));
        }
    }

    @FuzzTest
    void foreign_file(byte[] bytes) {
        assertThrows(DamagedException.class, () -> Image.inFile(Bytes.of(bytes), NAME));
    }

    /// The same edits where no sum tells of them, as if they had been written so.
    @FuzzTest
    void edited_sections(byte[] edits) {
        Image good = parts().onHeap();
        Region[] sections = new Region[Section.values().length];
        for (Section section : Section.values()) {
            byte[] bytes = good.section(section).copy(0, good.section(section).size());
            int own = edits.length == 0 ? -1 : Math.floorMod(edits[0], sections.length);
            byte[] read = own == section.ordinal() ? edited(bytes, Arrays.copyOfRange(edits, 1, edits.length)) : bytes;
            sections[section.ordinal()] = Region.onHeap(read, read.length);
        }
        try {
            answers(new Image(sections));
        } catch (DamagedException told) {
            // That is what it is for.
        }
    }

    private static byte[] edited(byte[] good, byte[] edits) {
        byte[] edited = good.clone();
        for (int i = 0; i + 3 <= edits.length && edited.length > 0; i += 3) {
            int at = ((edits[i] & 0xff) << 8 | (edits[i + 1] & 0xff)) % edited.length;
            edited[at] ^= edits[i + 2];
        }
        return edited;
    }

    private static ImageParts parts() {
        IndexBuilder builder = new IndexBuilder();
        new TreeMap<>(FILES).forEach((path, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            builder.add(path, bytes, bytes.length, 0);
        });
        ImageParts parts = builder.finish();
        StatementTable.add(parts);
        return parts;
    }

    private static byte[] file() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts().write(Channels.newChannel(out), NAME);
        return out.toByteArray();
    }

    /// Everything that stands in an image, as text.
    private static String answers(Image image) {
        StringBuilder all = new StringBuilder().append(image.allPaths());
        image.names()
                .each((id, bytes, length) ->
                        all.append(id).append(new String(bytes, 0, length, StandardCharsets.UTF_8)));
        image.texts().each((id, bytes, length) -> all.append(id).append(Arrays.hashCode(Arrays.copyOf(bytes, length))));
        for (int file = 0; file < image.files(); file++) {
            Shard shard = image.shard(file);
            all.append(image.contentHash(file)).append(image.firstFunction(file));
            all.append(Arrays.toString(shard.functions)).append(Arrays.toString(shard.calls));
            all.append(Arrays.toString(shard.texts)).append(Arrays.toString(shard.references));
        }
        for (String name : new String[] {"weld", "LIMIT", "HOT", "none"}) {
            int id = image.name(name);
            all.append(id).append(id < 0 ? "" : image.definingFiles(id)).append(image.constantFiles(name));
        }
        for (Section section : new Section[] {Section.ANCHORS, Section.WORDS}) {
            WordTable words = new WordTable(image.section(section));
            int list = words.list(0);
            all.append(words.length(Math.max(0, list))).append(Arrays.toString(words.texts(Math.max(0, list))));
        }
        Lists statements = new Lists(image.section(Section.STATEMENTS));
        for (int text = 0; text < Math.min(100, statements.count()); text++) {
            all.append(Arrays.toString(statements.of(text)));
        }
        for (Section section : Section.values()) {
            Region region = image.section(section);
            all.append(Arrays.hashCode(region.copy(0, region.size())));
        }
        return all.toString();
    }
}
