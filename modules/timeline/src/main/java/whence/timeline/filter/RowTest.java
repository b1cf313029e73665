package whence.timeline.filter;

import whence.timeline.Events;
import whence.timeline.Texts;

/// Tests a filter on single events.
final class RowTest {
    private final Texts texts;

    RowTest(Texts texts) {
        this.texts = texts;
    }

    boolean passes(Node node, Events events, int row) {
        return switch (node) {
            case Node.Everything() -> true;
            case Node.And(var parts) -> parts.stream().allMatch(part -> passes(part, events, row));
            case Node.Or(var parts) -> parts.stream().anyMatch(part -> passes(part, events, row));
            case Node.Not(var of) -> !passes(of, events, row);
            case Node.Kinds(long wanted) -> (wanted >>> events.kind(row).ordinal() & 1) != 0;
            case Node.Clocks(long wanted) -> (wanted >>> events.clock(row).ordinal() & 1) != 0;
            case Node.Pid(var wanted) -> events.pid(row) != Events.NO_PID && wanted.test(events.pid(row));
            case Node.Artifact(var wanted) -> wanted.test(events.artifact());
            case Node.Number64(var field, var wanted) -> {
                long value = events.number(field, row);
                yield value != Events.NO_NUMBER && wanted.test(value);
            }
            case Node.Dictionary(var field, var wanted) -> {
                String value = events.text(field, row);
                yield value != null && wanted.test(value);
            }
            case Node.Opened(var name, var wanted) -> DetailScan.holds(texts.detail(events, row), name, wanted);
            case Node.Text(var search) -> search.in(TextScan.text(texts, events, row));
        };
    }
}
