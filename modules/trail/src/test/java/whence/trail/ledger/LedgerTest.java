package whence.trail.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whence.evidence.Grade;
import whence.trail.link.Runs;

class LedgerTest {
    private static final Visibility GLOBAL = new Visibility(1, Visibility.Linkage.GLOBAL, false, false, List.of());

    @Test
    void admits_an_absence_that_a_positive_control_from_the_same_caller_supports() {
        Traced trace = control().enters(8, "load").returns(8, "load", "sys", -22);
        Absence absence = absence(trace.defined("copy_ret", "copy", Hit.Kind.RETURN), GLOBAL);
        assertTrue(absence.admitted(), absence::refusal);
        assertEquals(Condition.Name.UNFILTERED, absence.weakest().orElseThrow().name());
    }

    @Test
    void is_observed_throughout_when_nothing_is_left_open() {
        Traced trace = new Traced()
                .returns(8, "copy", "load", 3)
                .enters(8, "load")
                .returns(8, "load", "sys", -22)
                .returns(8, "copy", "load", 3)
                .counts(Map.of("copy_ret", 0L));
        assertEquals(Grade.OBSERVED, absence(trace, GLOBAL).grade());
    }

    @Test
    void refuses_where_no_probe_stands_on_the_function() {
        Traced trace = new Traced().enters(8, "load").returns(8, "load", "sys", -22);
        assertMissing(Condition.Name.WATCHED, absence(trace, GLOBAL));
    }

    @Test
    void refuses_where_records_were_lost() {
        Traced trace = failing().loses("LOST 3 EVENTS");
        assertMissing(Condition.Name.NO_LOSS, absence(trace, GLOBAL));
    }

    @Test
    void refuses_where_the_kernel_counted_missed_hits() {
        Traced trace = failing().counts(Map.of("copy_ret", 2L));
        assertMissing(Condition.Name.NO_LOSS, absence(trace, GLOBAL));
    }

    @Test
    void refuses_an_ambiguous_name() {
        Visibility twice = new Visibility(2, Visibility.Linkage.GLOBAL, false, false, List.of());
        assertMissing(Condition.Name.UNIQUE, absence(failing(), twice));
    }

    @Test
    void refuses_one_copy_probed_by_address_of_two() {
        Visibility twice = new Visibility(2, Visibility.Linkage.GLOBAL, false, false, List.of());
        Traced one = failing().defined("copy_ret", "copy", Hit.Kind.RETURN, 0xffffffff813e9c10L, null);
        assertMissing(Condition.Name.UNIQUE, absence(one, twice));
    }

    @Test
    void refuses_a_renamed_function() {
        Visibility renamed = new Visibility(1, Visibility.Linkage.LOCAL, true, false, List.of());
        assertMissing(Condition.Name.TRACEABLE, absence(failing(), renamed));
    }

    @Test
    void refuses_a_local_function_that_may_be_inlined_in_this_caller() {
        Visibility local = new Visibility(1, Visibility.Linkage.LOCAL, false, false, List.of());
        Traced trace = new Traced()
                .returns(7, "copy", "elsewhere", 3)
                .enters(8, "load")
                .returns(8, "load", "sys", -22)
                .returns(7, "copy", "elsewhere", 3);
        assertMissing(Condition.Name.TRACEABLE, absence(trace, local));
    }

    @Test
    void refuses_a_probe_that_never_fires() {
        Traced trace = new Traced().enters(8, "load").returns(8, "load", "sys", -22);
        trace.defined("copy_ret", "copy", Hit.Kind.RETURN);
        assertMissing(Condition.Name.FIRES, absence(trace, GLOBAL));
    }

    @Test
    void refuses_a_filter_that_is_not_shown_to_let_the_task_through() {
        Traced trace = failing().defined("copy_ret", "copy", Hit.Kind.RETURN, null, "comm == other");
        assertMissing(Condition.Name.UNFILTERED, absence(trace, GLOBAL));
    }

    @Test
    void a_filter_that_names_the_task_lets_it_through() {
        Traced trace = failing().defined("copy_ret", "copy", Hit.Kind.RETURN, null, "common_pid == 8");
        Condition unfiltered = absence(trace, GLOBAL).conditions().stream()
                .filter(c -> c.name() == Condition.Name.UNFILTERED)
                .findFirst()
                .orElseThrow();
        assertTrue(unfiltered.holds(), unfiltered::text);
        assertEquals(Grade.DERIVED, unfiltered.grade());
    }

    @Test
    void a_session_that_says_there_was_no_filter_is_believed() {
        Traced trace = failing().defined("copy_ret", "copy", Hit.Kind.RETURN, null, "none");
        assertEquals(
                Grade.DERIVED,
                absence(trace, GLOBAL).conditions().stream()
                        .filter(c -> c.name() == Condition.Name.UNFILTERED)
                        .findFirst()
                        .orElseThrow()
                        .grade());
    }

    @Test
    void a_probe_that_fires_for_one_other_task_of_the_name_may_be_kept_to_that_task() {
        Traced trace = new Traced().named("load");
        trace.returns(7, "copy", "load", 3)
                .enters(8, "load")
                .returns(8, "load", "sys", -22)
                .returns(7, "copy", "load", 3)
                .counts(Map.of("copy_ret", 0L));
        assertEquals(Grade.ASSUMED, absence(trace, GLOBAL).grade());
    }

    @Test
    void a_probe_that_fires_for_several_tasks_of_the_name_is_kept_to_neither() {
        Traced trace = new Traced().named("load");
        trace.returns(6, "copy", "load", 3)
                .enters(8, "load")
                .returns(8, "load", "sys", -22)
                .returns(7, "copy", "load", 3)
                .counts(Map.of("copy_ret", 0L));
        assertEquals(Grade.DERIVED, absence(trace, GLOBAL).grade());
    }

    @Test
    void refuses_a_probe_not_shown_to_be_attached_yet() {
        Traced trace = new Traced()
                .enters(8, "load")
                .returns(8, "load", "sys", -22)
                .enters(7, "load")
                .returns(7, "copy", "load", 3)
                .returns(7, "load", "sys", 3);
        assertMissing(Condition.Name.ATTACHED, absence(trace, GLOBAL));
    }

    private static Traced control() {
        return new Traced().enters(7, "load").returns(7, "copy", "load", 3).returns(7, "load", "sys", 5);
    }

    private static Traced failing() {
        return control().enters(8, "load").returns(8, "load", "sys", -22).returns(7, "copy", "load", 3);
    }

    private static Absence absence(Traced trace, Visibility visibility) {
        Window window = Runs.of(trace.stream()).stream()
                .filter(r -> r.tid() == 8)
                .findFirst()
                .orElseThrow();
        return new Ledger(f -> visibility).absence("copy", window);
    }

    private static void assertMissing(Condition.Name name, Absence absence) {
        assertFalse(absence.admitted());
        assertTrue(
                absence.missing().stream().anyMatch(c -> c.name() == name),
                () -> name + " is not what is missing: " + absence.refusal());
    }
}
