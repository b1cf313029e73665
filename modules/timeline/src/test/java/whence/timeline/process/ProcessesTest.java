package whence.timeline.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Grade;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Timeline;

class ProcessesTest {
    /// Rows of one artifact, written as they come.
    private static final class Trace {
        private final EventsBuilder events;

        Trace(String artifact) {
            this.events = new EventsBuilder(artifact);
        }

        Trace add(EventKind kind, long ns, int pid) {
            events.add(kind, Clock.REALTIME, ns, pid, 1, ns == Events.NO_TIME ? 0 : ns, 1);
            return this;
        }

        Trace fork(long ns, int pid, int child) {
            add(EventKind.FORK, ns, pid);
            events.set(Fields.CHILD, events.count() - 1, child);
            return this;
        }

        Trace exec(long ns, int pid, int ppid, int result) {
            add(EventKind.EXEC, ns, pid);
            events.set(Fields.PPID, events.count() - 1, ppid);
            events.set(Fields.RET, events.count() - 1, result);
            return this;
        }

        Trace boot(long ns, String id) {
            add(EventKind.LOG, ns, 1);
            events.set(Fields.BOOT, events.count() - 1, id);
            return this;
        }

        Events build() {
            return events.build();
        }
    }

    private static Processes of(Timeline timeline) {
        return Processes.of(timeline, Watch.NONE);
    }

    private static Optional<Known> known(int at, Grade grade) {
        return Optional.of(new Known(at, grade));
    }

    @Test
    void a_call_is_made_by_the_program_that_its_task_exec_d_last() {
        Timeline timeline = Timeline.of(List.of(new Trace("strace")
                .add(EventKind.EXEC, 1, 7)
                .add(EventKind.CALL, 2, 7)
                .add(EventKind.EXEC, 3, 7)
                .add(EventKind.CALL, 4, 7)
                .build()));
        assertEquals(known(0, Grade.OBSERVED), of(timeline).exec(7, 1));
        assertEquals(known(2, Grade.OBSERVED), of(timeline).exec(7, 3));
        assertEquals(Optional.empty(), of(timeline).exec(8, 3));
    }

    @Test
    void a_child_runs_what_its_parent_ran_when_it_was_made() {
        Timeline timeline = Timeline.of(List.of(new Trace("strace")
                .add(EventKind.EXEC, 1, 7)
                .fork(2, 7, 8)
                .add(EventKind.EXEC, 3, 7)
                .add(EventKind.CALL, 4, 8)
                .build()));
        assertEquals(known(0, Grade.OBSERVED), of(timeline).exec(8, 3));
        assertEquals(OptionalInt.of(7), of(timeline).parent(8, 3));
    }

    @Test
    void who_made_whom_goes_across_artifacts_and_says_so() {
        Events execsnoop =
                new Trace("execsnoop").exec(1, 5, 1, 0).exec(4, 8, 7, 0).build();
        Events ftrace = new Trace("ftrace").fork(2, 5, 7).build();
        Events strace = new Trace("strace").add(EventKind.CALL, 6, 8).build();
        Timeline timeline = Timeline.of(List.of(execsnoop, ftrace, strace));
        assertEquals(
                List.of(
                        new Ancestor(8, known(2, Grade.DERIVED)),
                        new Ancestor(7, Optional.empty()),
                        new Ancestor(5, known(0, Grade.DERIVED)),
                        new Ancestor(1, Optional.empty())),
                of(timeline).lineage(8, 3));
        assertEquals(known(0, Grade.DERIVED), of(timeline).exec(7, 3));
    }

    @Test
    void an_exec_that_failed_started_nothing() {
        Timeline timeline = Timeline.of(List.of(new Trace("execsnoop")
                .exec(1, 8, 7, 0)
                .exec(2, 8, 7, -2)
                .add(EventKind.CALL, 3, 8)
                .build()));
        assertEquals(known(0, Grade.OBSERVED), of(timeline).exec(8, 2));
    }

    @Test
    void a_number_given_again_inherits_nothing_from_the_task_that_had_it() {
        Timeline timeline = Timeline.of(List.of(new Trace("ftrace")
                .fork(1, 1, 8)
                .add(EventKind.EXEC, 2, 8)
                .add(EventKind.EXIT, 3, 8)
                .add(EventKind.CALL, 4, 8)
                .build()));
        assertEquals(known(1, Grade.OBSERVED), of(timeline).exec(8, 2));
        assertEquals(Optional.empty(), of(timeline).exec(8, 3));
        assertEquals(OptionalInt.empty(), of(timeline).parent(8, 3));
    }

    @Test
    void a_task_of_one_boot_is_nobody_in_the_next() {
        Events journal = new Trace("journal").boot(1, "a").boot(10, "b").build();
        Events execs = new Trace("execsnoop").exec(2, 8, 7, 0).build();
        Events calls = new Trace("strace")
                .add(EventKind.CALL, 3, 8)
                .add(EventKind.CALL, 11, 8)
                .build();
        Timeline timeline = Timeline.of(List.of(journal, execs, calls));
        assertEquals(known(1, Grade.DERIVED), of(timeline).exec(8, 2));
        assertEquals(Optional.empty(), of(timeline).exec(8, 4));
    }

    @Test
    void without_times_only_a_number_with_one_exec_is_joined_and_that_is_an_assumption() {
        Events execs = new Trace("execs")
                .add(EventKind.EXEC, Events.NO_TIME, 8)
                .add(EventKind.EXEC, Events.NO_TIME, 9)
                .add(EventKind.EXEC, Events.NO_TIME, 9)
                .build();
        Events calls = new Trace("strace").add(EventKind.CALL, 1, 8).build();
        Timeline timeline = Timeline.of(List.of(execs, calls));
        assertEquals(known(1, Grade.ASSUMED), of(timeline).exec(8, 0));
        assertEquals(Optional.empty(), of(timeline).exec(9, 0));
    }

    @Test
    void tasks_that_made_each_other_come_to_an_end() {
        Timeline timeline = Timeline.of(List.of(new Trace("strace")
                .fork(1, 7, 8)
                .fork(2, 8, 7)
                .add(EventKind.CALL, 3, 8)
                .build()));
        assertEquals(Optional.empty(), of(timeline).exec(8, 2));
        assertEquals(2, of(timeline).lineage(8, 2).size());
    }
}
