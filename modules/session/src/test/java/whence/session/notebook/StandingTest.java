package whence.session.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.evidence.Finding;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Standing;
import whence.evidence.Standing.State;

/// What becomes of findings when what they rest on does not hold.
class StandingTest {
    private final Notebook book = new Notebook(List.of(), Autosave.none());
    private final Finding call = finding("f1", "the call failed at 1181");
    private final Finding patch = finding("f2", "the patch made it fail", Standing.on(call));
    private final Finding advice = finding("f3", "boot with bpftest", Standing.on(patch));

    private static Finding finding(String id, String claim, String... premises) {
        return new Finding(id, claim, Grade.DERIVED, List.of(), List.of(premises), "", new Ref.Source("t", "f.c", 1));
    }

    private void keepAll() {
        book.keep(call);
        book.keep(patch);
        book.keep(advice);
    }

    private List<State> states() {
        return book.standings().stream().map(Standing::state).toList();
    }

    @Test
    void refuting_a_finding_shakes_everything_above_it_and_undo_takes_that_back() {
        keepAll();
        book.refute("f1");
        assertEquals(List.of(State.REFUTED, State.SHAKEN, State.SHAKEN), states());
        assertTrue(book.standings().get(1).because().getFirst().contains("the call failed at 1181"));
        book.undo();
        assertEquals(List.of(State.STANDS, State.STANDS, State.STANDS), states());
        book.redo();
        book.uphold("f1");
        assertEquals(List.of(State.STANDS, State.STANDS, State.STANDS), states());
    }

    @Test
    void removing_a_premise_shakes_what_rests_on_it() {
        keepAll();
        book.drop("f2");
        assertEquals(List.of(State.STANDS, State.SHAKEN), states());
    }

    @Test
    void an_assumption_taken_back_shakes_what_rests_on_it() {
        book.assume("runs failed alike");
        book.keep(finding("f1", "one branch", Standing.onAssumption("runs failed alike")));
        assertEquals(List.of(State.STANDS), states());
        book.retract("runs failed alike");
        assertEquals(List.of(State.SHAKEN), states());
        assertTrue(book.standings().getFirst().because().getFirst().contains("runs failed alike"));
    }

    @Test
    void a_sentence_as_a_premise_shakes_nothing() {
        book.keep(finding("f1", "claim", "no filter keeps the task out"));
        assertEquals(List.of(State.STANDS), states());
    }

    @Test
    void findings_that_rest_on_each_other_end() {
        book.keep(finding("f1", "a", "finding f2"));
        book.keep(finding("f2", "b", "finding f1"));
        assertEquals(List.of(State.STANDS, State.STANDS), states());
        book.refute("f2");
        assertEquals(List.of(State.SHAKEN, State.REFUTED), states());
    }
}
