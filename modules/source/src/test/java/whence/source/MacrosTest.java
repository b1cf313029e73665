package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MacrosTest {
    private static final SourceTree TREE = SourceTree.of(
            "test",
            Map.of(
                    "fs/elf.c", bytes("static int load_elf(void)\n{\n\treturn 0;\n}\n"),
                    "fs/compat_elf.c",
                            bytes(
                                    "#define load_elf compat_load_elf\n#define gone x\n#undef gone\n#include \"elf.c\"\n"),
                    "include/limits.h",
                            bytes(
                                    "#define LIMIT 4096\n#define MAX(a, b...) \\\n\tbigger(a, ##b)\nenum { FIRST, SECOND = 4 };\n")));

    @Test
    void finds_macros_by_name_with_parameters_and_body() {
        Macro limit = TREE.macros("LIMIT").getFirst();
        assertEquals(List.of("include/limits.h", "4096"), List.of(limit.path(), limit.body()));
        assertNull(limit.parameters());
        Macro max = TREE.macros("MAX").getFirst();
        assertEquals(List.of("a", "b..."), max.parameters());
        assertEquals("bigger(a, ##b)", max.body());
    }

    @Test
    void knows_which_files_may_define_an_enumerator() {
        assertEquals(List.of("include/limits.h"), TREE.pathsDefining("SECOND"));
        assertEquals(List.of(), TREE.pathsDefining("THIRD"));
    }

    @Test
    void finds_the_files_that_compile_another_ones_body_under_other_names() {
        Instance instance = TREE.instances("fs/elf.c").getFirst();
        assertEquals(
                List.of("fs/compat_elf.c", "compat_load_elf"),
                List.of(
                        instance.path(),
                        instance.nameOf(TREE.function("load_elf").getFirst())));
        assertEquals(Map.of("load_elf", "compat_load_elf"), instance.renames());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
