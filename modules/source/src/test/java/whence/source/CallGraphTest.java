package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallGraphTest {
    private static final SourceTree TREE = SourceTree.snippet("test", "x.c", """
            static int deep(int a) { return a; }
            #define go_deep(a) deep(a)
            static int middle(int a) { return go_deep(a); }
            static int zork_release(struct inode *i) { return middle(1); }
            static const struct file_operations zork_fops = { .release = zork_release };
            int drop(struct file *f) { return f->f_op->release(f); }
            SYSCALL_DEFINE1(zork, int, a)
            {
            \treturn middle(a);
            }
            SYSCALL_DEFINE1(close, int, fd)
            {
            \treturn drop(f);
            }
            """);

    @Test
    void walks_from_a_function_up_to_the_system_calls() {
        List<CallGraph.Chain> chains =
                TREE.calls().reachingCalls(TREE.function("deep").getFirst(), 5);
        assertEquals(
                List.of(
                        "SYSCALL_DEFINE1(zork) > middle > deep",
                        "SYSCALL_DEFINE1(close) > drop > zork_release > middle > deep"),
                chains.stream().map(CallGraph.Chain::toString).toList());
        assertTrue(chains.getFirst().certain());
        assertFalse(chains.getLast().certain());
    }

    @Test
    void says_what_it_assumed() {
        CallGraph.Chain chain = TREE.calls()
                .reaches("sys_close", TREE.function("zork_release").getFirst())
                .orElseThrow();
        assertEquals(CallWay.MEMBER, chain.links().getLast().way());
        assertTrue(chain.links().getLast().assumption().contains(".release"));
    }

    @Test
    void knows_the_direct_callers() {
        List<CallGraph.Link> callers =
                TREE.calls().callers(TREE.function("middle").getFirst());
        assertEquals(
                List.of("zork_release", "SYSCALL_DEFINE1(zork)"),
                callers.stream().map(link -> link.caller().name()).toList());
    }

    @Test
    void what_stays_in_memory_does_not_call_what_only_starts_the_kernel() {
        SourceTree tree = SourceTree.snippet("test", "x.c", """
                static void __init pick(void) { }
                static void helper(void) { pick(); }
                void __init begin(void) { helper(); }
                void __ref later(void) { pick(); }
                SYSCALL_DEFINE1(zork, int, a) { begin(); return 0; }
                SYSCALL_DEFINE1(plug, int, a) { later(); return 0; }
                SYSCALL_DEFINE1(odd, int, a) { helper(); return 0; }
                """);
        assertEquals(
                List.of("SYSCALL_DEFINE1(plug) > later > pick"),
                tree.calls().reachingCalls(tree.function("pick").getFirst(), 5).stream()
                        .map(CallGraph.Chain::toString)
                        .toList());
    }

    @Test
    void what_starts_a_module_is_reached_through_the_member_that_holds_it() {
        SourceTree tree = SourceTree.snippet("test", "x.c", """
                static int __init attach(void) { return -5; }
                static struct module self = { .init = attach };
                SYSCALL_DEFINE1(init_module, int, a) { return mod->init(); }
                """);
        assertEquals(
                List.of("SYSCALL_DEFINE1(init_module) > attach"),
                tree.calls().reachingCalls(tree.function("attach").getFirst(), 5).stream()
                        .map(CallGraph.Chain::toString)
                        .toList());
    }

    @Test
    void code_of_two_architectures_is_never_in_one_kernel() {
        for (String[] each : new String[][] {
            {"arch/x86/kernel/pick.c", "arch/powerpc/kernel/way.c", "0"},
            {"arch/x86/um/pick.c", "arch/x86/kernel/way.c", "1"},
            {"arch/x86/lib/pick.c", "arch/um/way.c", "1"},
            {"arch/x86/kernel/cpu/pick.c", "arch/um/way.c", "0"},
            {"arch/mips/lib/pick.c", "arch/um/way.c", "0"},
            {"arch/arm/xen/pick.c", "arch/arm64/way.c", "1"},
            {"kernel/pick.c", "arch/powerpc/kernel/way.c", "1"},
            {"arch/x86/kernel/pick.c", "kernel/way.c", "1"},
        }) {
            assertEquals(each[2], waysBetween(each[0], each[1]), String.join(" ", each));
        }
    }

    private static String waysBetween(String callee, String caller) {
        SourceTree tree = SourceTree.of(
                "test",
                Map.of(
                        callee, bytes("int pick(void) { return 1; }\n"),
                        caller, bytes("SYSCALL_DEFINE1(zork, int, a)\n{\n\treturn pick();\n}\n")));
        Function pick = tree.function("pick").getFirst();
        return Integer.toString(tree.calls().reachingCalls(pick, 5).size());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
