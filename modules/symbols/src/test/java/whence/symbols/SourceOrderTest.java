package whence.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import whence.evidence.Grade;
import whence.symbols.objects.WhereDefined;

/// Copies between functions that only one file of the source defines.
class SourceOrderTest {
    private static final WhereDefined SOURCE = name -> Map.of(
                    "ext4_mount", Set.of("fs/ext4/super.c"),
                    "ext4_freeze", Set.of("fs/ext4/super.c"),
                    "xfs_mount", Set.of("fs/xfs/super.c"),
                    "xfs_freeze", Set.of("fs/xfs/super.c"),
                    "parse_options", Set.of("fs/ext4/super.c", "fs/xfs/super.c"),
                    "setup_pit", Set.of("arch/x86/kernel/pit.c", "arch/arm/kernel/pit.c"),
                    "stop_pit", Set.of("arch/x86/kernel/pit.c", "arch/x86/boot/pit.c"),
                    "x86_only", Set.of("arch/x86/kernel/cpu.c"),
                    "show", Set.of("arch/x86/kernel/pit.c", "fs/xfs/super.c"))
            .getOrDefault(name, Set.of());

    private static List<Copy> copies(String wanted, String... names) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            list.append("%016x t %s\n".formatted(0xffffffff81000000L + i * 16L, names[i]));
        }
        Symbols symbols = Symbols.of(List.of(Fixtures.read("kallsyms", list.toString())), Optional.empty());
        return symbols.with(SOURCE).named(wanted).orElseThrow().copies();
    }

    private static List<String> objects(String wanted, String... names) {
        return copies(wanted, names).stream()
                .map(copy -> String.valueOf(copy.object()))
                .toList();
    }

    @Test
    void a_copy_between_two_functions_of_one_file_comes_from_it() {
        List<Copy> copies = copies(
                "parse_options",
                "ext4_mount",
                "parse_options",
                "ext4_freeze",
                "xfs_mount",
                "parse_options",
                "xfs_freeze");
        assertEquals("fs/ext4/super.c", copies.get(0).object());
        assertEquals("fs/xfs/super.c", copies.get(1).object());
        assertEquals(Grade.DERIVED, copies.get(0).grade());
        assertTrue(
                copies.get(0).why().contains("between ext4_mount and ext4_freeze"),
                copies.get(0).why());
        assertEquals(3, copies.get(0).evidence().size());
    }

    @Test
    void at_the_border_of_two_objects_nothing_is_said() {
        assertEquals(
                List.of("null", "null"),
                objects("parse_options", "ext4_mount", "parse_options", "xfs_mount", "parse_options"));
    }

    @Test
    void a_file_that_does_not_define_the_name_is_not_its_object() {
        assertNull(copies("show", "ext4_mount", "show", "ext4_freeze", "show")
                .get(0)
                .object());
    }

    @Test
    void other_architectures_and_boot_code_do_not_count() {
        assertEquals(
                List.of("arch/x86/kernel/pit.c", "null"),
                objects("show", "x86_only", "setup_pit", "show", "stop_pit", "show"));
    }

    @Test
    void without_source_it_says_nothing() {
        String list = Arrays.asList("ffffffff81000000 t a", "ffffffff81000010 t a").stream()
                .reduce("", (all, line) -> all + line + "\n");
        Symbols symbols = Symbols.of(List.of(Fixtures.read("kallsyms", list)), Optional.empty());
        assertNull(symbols.named("a").orElseThrow().copies().get(0).object());
    }
}
