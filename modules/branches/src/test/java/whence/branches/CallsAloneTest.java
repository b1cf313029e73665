package whence.branches;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Unknown code may hide a call, unless nothing in it can name the callee.
class CallsAloneTest {
    private static final String HELPERS = """
            #ifdef ONE
            #define FILL(what) first(what)
            #else
            #define FILL(what) second(what)
            #endif
            """;

    private static final String BODY = """
            static int load(int a)
            {
            	return a ? -EINVAL : 0;
            }
            int entry(int cmd, int a)
            {
            	int err;
            	FILL(&a);
            	if (copied(a))
            		return -EFAULT;
            	err = load(a);
            	return err;
            }
            """;

    @Test
    void a_macro_of_unknown_meaning_hides_no_call_that_only_this_body_names() {
        assertEquals(List.of(17), left(HELPERS + BODY));
    }

    @Test
    void a_macro_that_is_handed_the_call_may_make_it() {
        assertEquals(List.of(15, 17), left((HELPERS + BODY).replace("FILL(&a);", "FILL(load(a));")));
    }

    @Test
    void a_callee_whose_address_is_taken_may_be_called_by_anything() {
        String pointed = HELPERS + BODY + "int (*operation)(int) = load;\n";
        assertEquals(List.of(15, 17), left(pointed));
    }

    @Test
    void a_callee_that_a_macro_of_the_file_names_may_be_called_through_it() {
        String named = HELPERS.replace("second(what)", "load(1)") + BODY;
        assertEquals(List.of(15, 17), left(named));
    }

    @Test
    void a_callee_that_other_files_see_may_be_called_by_anything() {
        assertEquals(List.of(15, 17), left(HELPERS + BODY.replace("static int load", "int load")));
    }

    private static List<Integer> left(String source) {
        return Snippet.left(Snippet.exits("entry", source), Evidence.NONE.hit("load", Snippet.seen("load hit")));
    }
}
