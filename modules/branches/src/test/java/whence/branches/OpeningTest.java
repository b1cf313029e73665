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
}
