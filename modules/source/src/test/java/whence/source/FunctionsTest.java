package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    @Test
    void finds_a_function_with_its_exact_range() {
        Function found = only("int x;\n\nstatic int\nfoo(struct a *b, int c)\n{\n\treturn c;\n}\nint y;\n");
        assertEquals("foo", found.name());
        assertEquals(List.of(4, 3, 7), List.of(found.line(), found.startLine(), found.endLine()));
        assertTrue(found.isStatic());
    }

    @Test
    void knows_a_system_call_by_all_its_names() {
        SourceTree tree = tree(
                "SYSCALL_DEFINE3(bpf, int, cmd, union bpf_attr __user *, uattr, unsigned int, size)\n{\n\treturn 0;\n}\n");
        for (String name : List.of("SYSCALL_DEFINE3(bpf)", "bpf", "sys_bpf", "__do_sys_bpf", "__x64_sys_bpf")) {
            assertEquals("SYSCALL_DEFINE3(bpf)", tree.function(name).getFirst().name(), name);
        }
        assertEquals(List.of(), tree.function("compat_sys_bpf"));
    }

    @Test
    void is_not_misled_by_attributes_around_the_name() {
        assertEquals(
                List.of("a", "b", "c", "d", "e", "f"),
                names("__printf(1, 2)\nvoid a(const char *f, ...)\n{\n}\n"
                        + "static int b(void) __acquires(x) __releases(y)\n{\n}\n"
                        + "static noinline __printf(2, 3) int __must_check c(int x, const char *f, ...) { }\n"
                        + "int __attribute__((weak)) d(void) { }\n"
                        + "MODULE_LICENSE(\"GPL\")\nvoid e(void)\n{\n}\n"
                        + "void (*f(int s, void (*h)(int)))(int)\n{\n}\n"));
    }

    @Test
    void finds_functions_whose_parameters_are_declared_behind_their_list() {
        SourceTree tree = tree("struct s x;\nstatic u_int\nround(ir,class, regs)\nu_int ir,class;\n"
                + "struct fpu *regs[MAX];\n{\n\treturn ir;\n}\nint next(void)\n{\n}\n");
        assertEquals(
                List.of("round", "next"),
                tree.functions().stream().map(Function::name).toList());
        Function round = tree.function("round").getFirst();
        assertEquals(List.of(3, 2, 8), List.of(round.line(), round.startLine(), round.endLine()));
        assertTrue(round.isStatic());
    }

    @Test
    void takes_nothing_for_a_head_that_declares_what_its_list_does_not_name() {
        assertEquals(
                List.of("f"),
                names("DEFINE_LOCK(weld)\nstatic int torch;\n{\n}\nF(a, 1) int a;\n{\n}\nvoid f(void) {}\n"
                        + "g() int b;\n{\n}\nG(a)\n;\n{\n}\nif (a) int a; {\n}\n"));
    }

    @Test
    void finds_a_name_in_brackets_behind_the_type_of_something() {
        assertEquals(
                List.of("find", "g"),
                names("static inline\ntypeof(list->call)(find(uint (*of)(int), int b))\n{\n\treturn list;\n}\n"
                        + "typeof(a)(b) c;\nint g(void) {}\n"));
    }

    @Test
    void is_not_misled_by_structures_initialisers_and_enumerations() {
        assertEquals(
                List.of("z"),
                names("struct a { int (*f)(int); } __packed;\nstatic struct b c = { .f = g(1), };\n"
                        + "enum d { X = F(1), Y };\nDEFINE_MUTEX(m);\nint q[] = { [A(1)] = 2 };\nvoid z(void) {}\n"));
    }

    @Test
    void takes_a_name_with_underscores_behind_an_attribute_for_what_it_is() {
        assertEquals(List.of("__frob_verify"), names("static bool __printf(6, 7)\n__frob_verify(int a, ...)\n{\n}\n"));
        assertEquals(List.of("__frob"), names("static void __frob(int a) __acquires(lock)\n{\n}\n"));
    }

    @Test
    void heads_in_several_branches_share_the_body_behind_them() {
        SourceTree tree = tree("""
                #ifdef CONFIG_BACKWARDS
                SYSCALL_DEFINE2(frob, int, a, int, b)
                #elif defined(CONFIG_WIDE)
                SYSCALL_DEFINE3(frob, int, a, int, b, long, c)
                #else
                # if X(1)
                static inline
                # endif
                int frob(int a)
                #endif
                {
                	return weld();
                }
                void behind(void)
                {
                }
                """);
        assertEquals(
                List.of("2-13", "4-13", "7-13", "14-16"),
                tree.functions().stream()
                        .map(function -> function.startLine() + "-" + function.endLine())
                        .toList());
        assertEquals(
                List.of("SYSCALL_DEFINE2(frob)", "SYSCALL_DEFINE3(frob)", "frob", "behind"),
                tree.functions().stream().map(Function::name).toList());
        Function wide = tree.functions().get(1);
        assertEquals(
                List.of("!(defined(CONFIG_BACKWARDS)) && defined(CONFIG_WIDE)"),
                tree.file(wide).conditions(wide));
    }

    @Test
    void gives_the_definitions_of_both_branches_and_their_conditions() {
        SourceTree tree =
                tree("#ifdef CONFIG_A\nint f(void)\n{\n\treturn 1;\n}\n#else\nint f(void) { return 2; }\n#endif\n");
        List<Function> both = tree.function("f");
        assertEquals(2, both.size());
        assertEquals(List.of("defined(CONFIG_A)"), tree.file(both.getFirst()).conditions(both.getFirst()));
        assertEquals(List.of("!(defined(CONFIG_A))"), tree.file(both.getLast()).conditions(both.getLast()));
    }

    @Test
    void closes_two_heads_that_share_a_body() {
        SourceTree tree = tree(
                "#ifdef A\nint f(int a)\n{\n#else\nint g(int a, int b)\n{\n#endif\n\treturn 0;\n}\nint h(void)\n{\n}\n");
        assertEquals(9, tree.function("f").getFirst().endLine());
        assertEquals(9, tree.function("g").getFirst().endLine());
        assertEquals(10, tree.function("h").getFirst().startLine());
    }

    @Test
    void balances_braces_that_an_if_group_splits() {
        SourceTree tree = tree(
                "int f(void)\n{\n#ifdef A\n\tif (a) {\n#else\n\tif (b) {\n#endif\n\t\tx();\n\t}\n}\nint g(void)\n{\n}\n");
        assertEquals(10, tree.function("f").getFirst().endLine());
        assertEquals(11, tree.function("g").getFirst().startLine());
    }

    @Test
    void goes_by_the_first_column_where_braces_do_not_balance() {
        SourceTree tree = tree("int f(void)\n{\n\tBEGIN {\n}\n\nint g(void)\n{\n}\n");
        assertEquals(4, tree.function("f").getFirst().endLine());
        assertEquals(8, tree.function("g").getFirst().endLine());
    }

    @Test
    void numbers_an_excerpt_as_its_original() {
        SourceTree tree =
                tree("/* a reconstruction */\n#line 1442 \"kernel/bpf/syscall.c\"\nstatic int f(void)\n{\n}\n");
        Function found = tree.function("f").getFirst();
        assertEquals("kernel/bpf/syscall.c", found.statedFile());
        assertEquals(List.of(1442, 1444), List.of(found.startLine(), found.endLine()));
    }

    private static SourceTree tree(String text) {
        return SourceTree.snippet("test", "x.c", text);
    }

    private static Function only(String text) {
        List<Function> functions = tree(text).functions();
        assertEquals(1, functions.size());
        return functions.getFirst();
    }

    private static List<String> names(String text) {
        return tree(text).functions().stream().map(Function::name).toList();
    }
}
