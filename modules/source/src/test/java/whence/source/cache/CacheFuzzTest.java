package whence.source.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import whence.source.index.table.ByteSink;
import whence.source.index.table.Hash;

/// Whatever a note of the cache holds, it is a note or none. Run as tests these see their seeds only; with
/// JAZZER_FUZZ=1 in the environment they look for more.
class CacheFuzzTest {
    @FuzzTest
    void note(byte[] bytes) {
        assertEquals(Optional.empty(), PlaceNote.parse(bytes).filter(note -> bytes.length < 16));
        ByteSink summed = new ByteSink(16 + bytes.length);
        summed.i64(PlaceNote.HEAD);
        summed.i64(Hash.content(bytes));
        summed.bytes(bytes, 0, bytes.length);
        byte[] believed = java.util.Arrays.copyOf(summed.array(), summed.size());
        assertNotNull(PlaceNote.parse(believed).map(note -> note.looks().byPath()));
    }
}
