package whence.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import whence.bytes.Bytes;
import whence.symbols.facts.BtfFacts;
import whence.symbols.facts.SymbolTable;

/// The kernel that this machine runs, whichever it is.
@Tag("deep")
class RunningKernelTest {
    @Test
    void reads_every_line_of_its_kallsyms() throws IOException {
        SymbolTable table = (SymbolTable) Fixtures.read("kallsyms", file("/proc/kallsyms"));
        assertTrue(table.count() > 10_000);
        assertEquals(List.of(), table.losses());
    }

    @Test
    void reads_all_of_its_types() throws IOException {
        BtfFacts facts = (BtfFacts) Fixtures.read("btf", file("/sys/kernel/btf/vmlinux"));
        assertEquals(List.of(), facts.losses());
        assertTrue(facts.btf().orElseThrow().sizeOf("task_struct").orElseThrow() > 1000);
        assertEquals(0, facts.btf().orElseThrow().enumerator("BPF_MAP_CREATE").orElseThrow());
    }

    private static Bytes file(String name) throws IOException {
        Path path = Path.of(name);
        assumeTrue(Files.isReadable(path), name + " is not there");
        return Bytes.of(Files.readAllBytes(path));
    }
}
