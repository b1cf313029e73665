package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import whence.app.model.Desk;
import whence.app.model.Focus;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.model.Place;
import whence.app.task.Tasks;
import whence.evidence.Ref;

class DeskTest {
    private final HandMade capture = new HandMade();
    private final Desk desk = new Desk(Tasks.sameThread());

    @BeforeEach
    void open() {
        desk.open(capture);
    }

    private Looked now() {
        return desk.lookedProperty().get();
    }

    @Test
    void opening_follows_the_first_lead_to_its_first_step() {
        assertEquals(
                "lead-1",
                Objects.requireNonNull(desk.trailProperty().get()).lead().id());
        assertEquals(0, now().focus().step());
        assertEquals(new Ref.Event(HandMade.OUTPUT, 0), now().place().event());
    }

    @Test
    void forward_walks_the_trail_and_back_walks_it_home() {
        List<Integer> way = new ArrayList<>();
        while (desk.canGoForwardProperty().get()) {
            desk.forward();
            way.add(now().focus().step());
        }
        assertEquals(List.of(1, 2, 3, 4), way);
        while (desk.canGoBackProperty().get()) {
            desk.back();
        }
        assertEquals(0, now().focus().step());
    }

    @Test
    void forward_after_looking_aside_goes_on_along_the_trail() {
        desk.forward();
        desk.look(new Ref.Event(HandMade.STRACE, 3), Origin.TIMELINE);
        desk.forward();
        assertEquals(2, now().focus().step());
        desk.back();
        assertEquals(new Ref.Event(HandMade.STRACE, 3), now().focus().at());
    }

    @Test
    void a_step_with_a_source_line_still_leads_to_the_bytes_and_event_of_its_evidence() {
        desk.lookAtStep(3, Origin.TRAIL);
        Place place = now().place();
        assertEquals(new Ref.Source(HandMade.TREE, HandMade.FILE, 1176), place.source());
        assertEquals(HandMade.callSpan(), place.span());
        assertEquals(new Ref.Event(HandMade.STRACE, 1), place.event());
    }

    @Test
    void evidence_leads_to_its_bytes_and_stays_within_the_step() {
        desk.look(Focus.on(HandMade.callSpan(), 1), Origin.TRAIL);
        assertEquals(HandMade.callSpan(), now().place().span());
        assertEquals(1, now().focus().step());
    }

    @Test
    void a_symbol_leads_to_its_definition() {
        desk.look(new Ref.Symbol("bpf_prog_load", 0), Origin.SYMBOLS);
        assertEquals(1169, Objects.requireNonNull(now().place().source()).line());
    }

    @Test
    void another_candidate_goes_into_the_notebook_and_the_trail_is_worked_out_again() {
        desk.lookAtStep(3, Origin.TRAIL);
        desk.choose("c2");
        assertEquals(List.of("c2"), capture.notes.choices);
        assertEquals(3, now().focus().step());
    }

    @Test
    void opening_something_else_closes_what_lay_there() {
        desk.open(new HandMade());
        assertTrue(capture.closed);
        assertFalse(desk.canGoBackProperty().get());
    }

    @Test
    void closing_leaves_an_empty_desk() {
        desk.close();
        assertTrue(capture.closed);
        assertNull(desk.trailProperty().get());
        assertEquals(Looked.NOWHERE, now());
    }
}
