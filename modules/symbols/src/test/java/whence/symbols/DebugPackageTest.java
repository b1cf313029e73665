package whence.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import whence.bytes.MappedFile;
import whence.elf.btf.Btf;
import whence.elf.dwarf.Dwarf;
import whence.symbols.facts.ElfFacts;
import whence.symbols.facts.SymbolTable;
import whence.symbols.objects.CompileUnits;
import whence.symbols.objects.FileEntries;
import whence.symbols.objects.ObjectClaim;
import whence.symbols.objects.ObjectEvidence;
import whence.symbols.objects.TwinObjects;

/// A vmlinux with debug information, as Debian's package linux-image-…-dbg installs it: its `STT_FILE` entries are
/// the truth that weaker kinds of evidence are held against. Skipped, with a sentence, where the package is not
/// installed.
@Tag("deep")
class DebugPackageTest {
    private static MappedFile file;
    private static ElfFacts vmlinux;

    @BeforeAll
    static void open() throws IOException {
        Optional<Path> found = vmlinux();
        assumeTrue(found.isPresent(), "no vmlinux under /usr/lib/debug/boot: linux-image-…-dbg is not installed");
        file = MappedFile.open(found.get());
        vmlinux = (ElfFacts) Fixtures.read("elf", file.bytes());
    }

    @AfterAll
    static void close() {
        if (file != null) {
            file.close();
        }
    }

    private static Optional<Path> vmlinux() throws IOException {
        Path folder = Path.of("/usr/lib/debug/boot");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(p -> p.getFileName().toString().startsWith("vmlinux-"))
                    .sorted()
                    .findFirst();
        }
    }

    @Test
    void compile_units_name_the_same_object_as_the_file_entries() {
        Dwarf dwarf = Dwarf.of(vmlinux.elf().orElseThrow()).orElseThrow();
        CompileUnits.Source source = new CompileUnits.Source(vmlinux.elf().orElseThrow(), dwarf, null);
        assertTrue(scored(new CompileUnits(vmlinux.table(), List.of(source))) > 800);
    }

    @Test
    void the_order_of_twin_objects_is_never_wrong() {
        assertTrue(scored(new TwinObjects(vmlinux.table())) >= 10);
    }

    /// Answers that could be checked; fails on the first wrong one.
    private static int scored(ObjectEvidence kind) {
        SymbolTable table = vmlinux.table();
        ObjectEvidence truth = new FileEntries(table, List.of(), Map.of());
        int[] rows = IntStream.range(0, table.count())
                .filter(row -> table.text(row) && table.named(table.name(row)).length > 1)
                .toArray();
        int checked = 0;
        for (int row : rows) {
            Optional<ObjectClaim> claim = kind.of(row);
            Optional<ObjectClaim> expected = truth.of(row);
            if (claim.isPresent() && expected.isPresent()) {
                assertEquals(bare(expected.get()), bare(claim.get()), table.name(row));
                checked++;
            }
        }
        return checked;
    }

    private static String bare(ObjectClaim claim) {
        return String.valueOf(claim.object()).replaceAll(".*/", "");
    }

    @Test
    void its_types_tell_sizes_and_enumerators() {
        Btf btf = Btf.of(vmlinux.elf().orElseThrow()).orElseThrow();
        assertEquals(List.of(), btf.losses());
        assertEquals(1, btf.enumerator("BPF_PROG_TYPE_SOCKET_FILTER").orElseThrow());
        assertEquals(0, btf.member("bpf_attr", "prog_type").orElseThrow().bitOffset());
        assertTrue(btf.sizeOf("linux_binprm").orElseThrow() > 256);
        assertEquals(
                "load_elf_binary", btf.function("load_elf_binary").orElseThrow().name());
    }
}
