package whence.branches;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.branches.inside.Instruction;
import whence.branches.inside.Objdump;

class NextProbeTest {
    private final Exits exits = Snippet.exits("f", """
            int f(int x)
            {
            	if (first(x) < 0)
            		return -EPERM;
            	if (second(x) < 0)
            		return -EPERM;
            	if (third(x) < 0)
            		return -EPERM;
            	return 0;
            }
            """);
    private final Evidence failed = Evidence.NONE.returned(-1, Snippet.seen("EPERM"));

    @Test
    void takes_what_leaves_least_in_the_worst_case() {
        NextProbe best = NextProbe.suggest(exits, failed, name -> true).getFirst();
        assertEquals("return second", best.what() + " " + best.target());
        assertEquals(1, best.worst());
        assertEquals(
                "returns 0 leaves 1, returns an error leaves 1, returns more than 0 leaves 1, not hit leaves 1",
                best.splits());
    }

    @Test
    void offers_only_what_can_be_probed() {
        List<NextProbe> offered = NextProbe.suggest(exits, failed, "third"::equals);
        assertEquals(
                List.of("third"),
                offered.stream().map(NextProbe::target).distinct().toList());
    }

    @Test
    void says_nothing_where_one_exit_is_left() {
        assertEquals(List.of(), NextProbe.suggest(exits, failed.miss("second", Snippet.seen("not hit")), name -> true));
    }

    @Test
    void offers_no_macro_and_nothing_inlined() {
        Exits some = Snippet.exits("f", """
                #define CHECK_SIZE(x) (sizes[x] > 3)
                static inline int quick(int x) { return slow(x); }
                int f(int x)
                {
                	if (CHECK_SIZE(x))
                		return -EPERM;
                	if (quick(x))
                		return -EPERM;
                	if (MAYBE_MACRO(x))
                		return -EPERM;
                	if (real(x))
                		return -EPERM;
                	return -EPERM;
                }
                """);
        assertEquals(
                List.of("real"),
                NextProbe.suggest(some, failed, name -> true).stream()
                        .map(NextProbe::target)
                        .distinct()
                        .toList());
    }

    @Test
    void an_argument_on_entry_tells_exits_apart_that_nothing_called_does() {
        Exits some = Snippet.exits("f", """
                int f(int flags, int size)
                {
                	if (flags & ~3)
                		return -EINVAL;
                	size += 2;
                	if (size > 64)
                		return -EINVAL;
                	return 0;
                }
                """);
        List<NextProbe> probes =
                NextProbe.suggest(some, Evidence.NONE.returned(-22, Snippet.seen("EINVAL")), name -> true);
        assertEquals(1, probes.size());
        assertEquals(
                "argument flags & ~3",
                probes.getFirst().what() + " " + probes.getFirst().target());
        assertEquals("true leaves 1, false leaves 1", probes.getFirst().splits());
    }

    @Test
    void a_probe_on_the_branch_that_decides_splits_equal_returns() {
        Exits some = Snippet.exits("f", """
                int f(struct thing *t)
                {
                	if (t->flags & ~3)
                		return -EINVAL;
                	if (t->size > 64)
                		return -EINVAL;
                	return 0;
                }
                """);
        String disassembly = """
                ffffffff81000000 <g>:
                g():
                /build/a.c:5
                ffffffff81000000:\t75 02                \tjne    ffffffff81000004 <g+0x4>

                ffffffff81000010 <f>:
                f():
                /build/a.c:3
                ffffffff81000010:\tf7 07 fc ff ff ff    \ttestl  $0xfffffffc,(%rdi)
                ffffffff81000016:\t75 0d                \tjne    ffffffff81000025 <f+0x15>
                /build/a.c:5 (discriminator 1)
                ffffffff81000018:\t83 7f 04 40          \tcmpl   $0x40,0x4(%rdi)
                ffffffff8100001c:\t7f 07                \tjg     ffffffff81000025 <f+0x15>
                /build/a.c:7
                ffffffff8100001e:\t31 c0                \txor    %eax,%eax
                ffffffff81000020:\te9 00 00 00 00       \tjmp    ffffffff81000025 <f+0x15>
                """;
        List<Instruction> instructions = Objdump.instructions(disassembly, "f");
        assertEquals(6, instructions.size());
        Evidence evidence = Evidence.NONE.returned(-22, Snippet.seen("EINVAL"));
        assertEquals(List.of(), NextProbe.suggest(some, evidence, name -> true));
        List<NextProbe> probes = NextProbe.inside(some, evidence, instructions);
        assertEquals(1, probes.size());
        assertEquals("f+0xc", probes.getFirst().target());
        assertEquals("hit leaves 1, not hit leaves 1", probes.getFirst().splits());
        String withoutBytes = disassembly.replaceAll("\\t(?:[0-9a-f]{2} )+ *\\t", "\t");
        assertEquals(instructions, Objdump.instructions(withoutBytes, "f"));
    }
}
