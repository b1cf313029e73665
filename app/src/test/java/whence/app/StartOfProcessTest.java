package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import whence.app.model.Capture;
import whence.app.model.Origin;
import whence.evidence.Ref;
import whence.timeline.Fields;
import whence.timeline.Timeline;

class StartOfProcessTest {
    @Test
    void a_module_call_leads_to_the_program_that_made_it() {
        FxThread.run(() -> {
            Capture capture = Samples.open("invalid-elf");
            Wiring wiring = Bench.with(capture);
            wiring.desk().look(call(capture.timeline(), "finit_module", 561), Origin.OPENING);
            wiring.actions().find("exec").orElseThrow().perform();
            Ref.Event exec = wiring.desk().lookedProperty().get().place().event();
            assertTrue(capture.text(exec).contains("/opt/lab/oldinsmod"), capture.text(exec));
        });
    }

    @Test
    void an_event_of_no_process_says_so() {
        FxThread.run(() -> {
            Capture capture = Samples.open("invalid-elf");
            Wiring wiring = Bench.with(capture);
            Timeline timeline = capture.timeline();
            for (int at = 0; at < timeline.size(); at++) {
                if (timeline.events(at).pid(timeline.row(at)) < 0) {
                    wiring.desk().look(timeline.ref(at), Origin.OPENING);
                    break;
                }
            }
            wiring.actions().find("exec").orElseThrow().perform();
            assertEquals(
                    "No exec of this process, or of whoever made it, was captured.",
                    wiring.desk().problemProperty().get());
        });
    }

    private static Ref.Event call(Timeline timeline, String name, int task) {
        for (int at = 0; at < timeline.size(); at++) {
            int row = timeline.row(at);
            boolean strace = timeline.events(at).artifact().startsWith("strace");
            if (strace
                    && name.equals(timeline.events(at).text(Fields.CALL, row))
                    && timeline.events(at).pid(row) == task) {
                return timeline.ref(at);
            }
        }
        throw new AssertionError("no " + name);
    }
}
