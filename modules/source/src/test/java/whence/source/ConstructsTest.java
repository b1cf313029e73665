package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Constructs of kernel C that mislead who reads it without compiling it: what stands in and behind them is found.
class ConstructsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "module_init(zork_start)\n",
                "EXPORT_SYMBOL_GPL(zork_start)\nDEFINE_MUTEX(zork_lock)\n",
                "ZORK_TABLE(a, b, { 1, 2 })\n",
                "#define Z(x) { x\n",
                "static const char text[] = \"one\\n\\\n#if not a group\\n\\\n#else\\n\";\n",
                "asm(\"zork:\\n\"\n    \"#if in assembler\\n\");\n",
                "/* \u00e9\u00e8 \u65e5\u672c */\n",
                "#if 0\nint broken( {\n#endif\n",
                "struct zork_ops ops = {\n#ifdef CONFIG_A\n\t.go = a,\n#else\n\t.go = b,\n#endif\n};\n",
                "typedef int (*zork_fn)(struct zork __user *, int __percpu *);\n",
            })
    void what_stands_before_a_function_does_not_hide_it(String before) {
        for (String end : List.of("\n", "\r\n")) {
            String text = (before + "static int __init zork(int a)\n{\n\treturn frob(a);\n}\n").replace("\n", end);
            Function zork =
                    SourceTree.snippet("t", "x.c", text).function("zork").getFirst();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    ("static int __init zork(int a)\n{\n\treturn frob(a);\n}").replace("\n", end),
                    new String(bytes, zork.start(), zork.end() - zork.start(), StandardCharsets.UTF_8));
            assertEquals('{', bytes[zork.bodyStart()]);
            assertEquals(before.lines().count() + 1, zork.startLine());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list_for_each_entry(p, &zorks, link) frob(p);",
                "list_for_each_entry_safe(p, q, &zorks, link) {\n\t\tfrob(p);\n\t}",
                "p = list_entry(zorks.next, struct zork, link);\n\tfrob(p);",
                "for_each_online_cpu(cpu)\n\t\tfrob(cpu);",
                "x = offsetof(union zork, BIG##_last) + frob(1);",
                "switch ((u8)x) {\n\tcase 'a' ... 'z':\n\tcase (u8)~0:\n\t\tfrob(x);\n\t}",
                "ZORK_CHECK(x)\n\tfrob(x);",
                "scoped_cond_guard(mutex_intr, return -EINTR, &lock) {\n\t\tfrob(1);\n\t}",
                "goto *table[x];\nhere:\n\tfrob(1);",
                "return 0;\nbehind:\n\tfrob(1);",
                "fr\\\nob(1);",
                "frob \\\n(1);",
                "x = ({ int y = 1; frob(y); });",
            })
    void a_call_is_found_in_it(String statement) {
        SourceTree tree = SourceTree.snippet(
                "t",
                "x.c",
                "static int frob(int a)\n{\n\treturn a;\n}\nint zork(int x)\n{\n\t" + statement
                        + "\n\treturn 0;\n}\nint behind_it(void)\n{\n\treturn 1;\n}\n");
        assertEquals(
                List.of("zork"),
                tree.calls().callers(tree.function("frob").getFirst()).stream()
                        .map(link -> link.caller().name())
                        .toList());
        assertEquals(1, tree.function("behind_it").size());
    }

    @Test
    void a_call_split_by_a_group_prints_what_either_branch_says() {
        SourceTree tree = SourceTree.snippet("t", "x.c", """
                void zork(int a)
                {
                #ifdef CONFIG_LOUD
                	pr_warn("zork gate %d is jammed\\n",
                #else
                	pr_err("zork gate %d is stuck\\n",
                #endif
                		a);
                	pr_info("zork gate %d opened\\n", a);
                }
                """);
        assertEquals("zork", printed(tree, "zork gate 3 is jammed"));
        assertEquals("zork", printed(tree, "zork gate 3 is stuck"));
        assertEquals("zork", printed(tree, "zork gate 3 opened"));
    }

    @Test
    void a_text_whose_end_a_group_chooses_is_said_to_be_similar_and_no_more() {
        SourceTree tree = SourceTree.snippet("t", "x.c", """
                void zork(int a)
                {
                	pr_info("zork gate %d opened"
                #ifdef CONFIG_SLOW
                		" slowly"
                #else
                		" at once"
                #endif
                		"\\n", a);
                }
                """);
        for (String way : List.of("slowly", "at once")) {
            LineMatch match = tree.match("zork gate 3 opened " + way);
            assertEquals(LineMatch.Certainty.SIMILAR, match.certainty());
            assertEquals("zork", match.sites().getFirst().functionName());
        }
    }

    @Test
    void operations_under_a_condition_are_ways_to_both_functions() {
        SourceTree tree = SourceTree.snippet("t", "x.c", """
                static int slow_release(struct inode *i) { return 0; }
                static int fast_release(struct inode *i) { return 1; }
                static const struct file_operations ops = {
                #ifdef CONFIG_SLOW
                	.release = slow_release,
                #else
                	.release = fast_release,
                #endif
                };
                int drop(struct file *f) { return f->f_op->release(f); }
                SYSCALL_DEFINE1(close, int, fd)
                {
                	return drop(f);
                }
                """);
        for (String name : List.of("slow_release", "fast_release")) {
            assertTrue(
                    tree.calls()
                            .reaches("sys_close", tree.function(name).getFirst())
                            .isPresent(),
                    name);
        }
    }

    @Test
    void a_name_that_tools_and_tests_of_the_tree_define_too_has_all_its_definitions() {
        byte[] body = "int zork_load(int a)\n{\n\treturn a;\n}\n".getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> files = new TreeMap<>();
        for (String path : List.of("tools/lib/zork.c", "samples/zork.c", "kernel/zork.c", "tools/testing/zork.c")) {
            files.put(path, body);
        }
        assertEquals(
                List.of("kernel/zork.c", "samples/zork.c", "tools/lib/zork.c", "tools/testing/zork.c"),
                SourceTree.of("t", files).function("zork_load").stream()
                        .map(Function::path)
                        .sorted()
                        .toList());
    }

    @Test
    void assembler_is_no_part_of_the_tree() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("arch/zork/entry.S", """
                # int zork(int a) { don't
                #ifdef CONFIG_A
                SYM_FUNC_START(zork)
                	mov $1, %eax # #if nothing
                SYM_FUNC_END(zork)
                """.getBytes(StandardCharsets.UTF_8));
        files.put("kernel/zork.c", "int zork(int a)\n{\n\treturn a;\n}\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("zork at kernel/zork.c:1"),
                SourceTree.of("t", files).functions().stream()
                        .map(Function::toString)
                        .toList());
    }

    @Test
    void the_order_in_which_files_come_changes_no_answer() {
        Map<String, byte[]> files = new java.util.LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            String wrapper = "void zork_say" + i % 7 + "(const char *fmt, ...)\n{\n\tvprintk(fmt, args);\n}\n";
            String user = "void use" + i + "(int a)\n{\n\tzork_say" + (i + 3) % 7 + "(\"zork unit " + i
                    + " of %d failed\\n\", a);\n}\n";
            files.put("drivers/z" + i + ".c", (wrapper + user).getBytes(StandardCharsets.UTF_8));
        }
        Map<String, byte[]> backwards = new java.util.LinkedHashMap<>();
        files.keySet().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(p -> backwards.put(p, files.get(p)));
        assertEquals(answers(SourceTree.of("t", files)), answers(SourceTree.of("t", backwards)));
    }

    private static String answers(SourceTree tree) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            all.append(tree.match("zork unit " + i + " of 12 failed")).append('\n');
        }
        all.append(tree.functions().stream().map(Function::toString).collect(Collectors.joining("\n")));
        return all.toString();
    }

    private static String printed(SourceTree tree, String line) {
        LineMatch match = tree.match(line);
        assertEquals(LineMatch.Certainty.PRINTS, match.certainty(), match::toString);
        return match.sites().getFirst().functionName();
    }
}
