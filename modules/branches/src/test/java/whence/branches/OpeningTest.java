package whence.branches;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.source.SourceTree;

class OpeningTest {
    @Test
    void an_exit_that_passes_on_a_result_opens_into_the_callee_with_its_arguments() {
        SourceTree tree = SourceTree.snippet("snippet", "a.c", """
                static int tail(int mode, int given, int known)
                {
                	if (given > 4096)
                		return -7;
                	if (mode == 2)
                		return -7;
                	if (given <= known)
                		return 0;
                	return scan() ? 0 : -7;
                }
                int call(int cmd, int size)
                {
                	int err = tail(1, size, 144);
                	if (err)
                		return err;
                	return load(cmd);
                }
                """);
        ExitFinder finder = new ExitFinder(tree);
        Exits call = finder.exits(tree.function("call").getFirst());
        Evidence evidence =
                Evidence.NONE.returned(-7, Snippet.seen("E2BIG")).holds("size", Snippet.seen("size=152"), 152);
        Opening opened = Opening.of(tree, finder, call, call.exits().getFirst(), evidence)
                .getFirst();
        assertEquals(
                List.of(9),
                opened.judged().stream()
                        .filter(judged -> judged.state() == JudgedExit.State.SURVIVES)
                        .map(judged -> judged.exit().line())
                        .toList());
    }

    @Test
    void what_is_returned_beside_an_error_handed_out_says_nothing_of_the_callee() {
        SourceTree tree = SourceTree.snippet("snippet", "a.c", """
                static int pending(int sk)
                {
                	if (sk > 3)
                		return -11;
                	return 0;
                }
                void *take(int sk, int *errp)
                {
                	int err = pending(sk);

                	if (err) {
                		*errp = err;
                		return NULL;
                	}
                	return head(sk);
                }
                """);
        ExitFinder finder = new ExitFinder(tree);
        Exits take = finder.exits(tree.function("take").getFirst());
        for (long seen : new long[] {0, -11}) {
            Evidence evidence = Evidence.NONE.returned(seen, Snippet.seen("returned " + seen));
            Opening opened = Opening.of(tree, finder, take, take.exits().getFirst(), evidence)
                    .getFirst();
            assertEquals(JudgedExit.State.SURVIVES, opened.judged().getFirst().state(), "seen " + seen);
        }
    }
}
