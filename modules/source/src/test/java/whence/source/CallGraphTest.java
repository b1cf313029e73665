package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
}
