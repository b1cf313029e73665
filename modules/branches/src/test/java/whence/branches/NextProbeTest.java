package whence.branches;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
