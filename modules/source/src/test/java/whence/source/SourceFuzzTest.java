package whence.source;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Whatever bytes a file of a tree has, it is cut into tokens, scanned and indexed, and everything can be asked about
/// it. Run as tests these see their seeds only; with JAZZER_FUZZ=1 in the environment they look for more.
class SourceFuzzTest {
    @FuzzTest
    void kernel_file(byte[] bytes) {
        SourceTree tree = SourceTree.of("t", Map.of("kernel/any.c", bytes, "include/any.h", bytes));
        for (Function function : tree.functions()) {
            assertTrue(function.start() <= function.bodyStart(), function::toString);
            assertTrue(function.bodyStart() < function.end(), function::toString);
            assertTrue(function.end() <= bytes.length, function::toString);
            assertTrue(tree.function(function.name()).contains(function), function::toString);
            assertNotNull(tree.file(function).conditions(function));
            tree.calls().reachingCalls(function, 2);
        }
        String line = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8);
        assertNotNull(tree.match(line).sites());
        assertNotNull(tree.matchLength(bytes.length).sites());
        assertNotNull(tree.search(line, 9));
        assertNotNull(tree.macros("LIMIT"));
        assertNotNull(tree.instances("kernel/any.c"));
    }
}
