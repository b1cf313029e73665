package whence.timeline.filter.grammar;

import java.util.List;
import java.util.function.LongPredicate;
import whence.timeline.Field;
import whence.timeline.filter.text.TextSearch;
import whence.timeline.filter.text.Wanted;

/// A filter as a tree.
public sealed interface Node {
    /// All of them.
    record And(List<Node> parts) implements Node {}

    /// Any of them.
    record Or(List<Node> parts) implements Node {}

    record Not(Node of) implements Node {}

    /// Every event.
    record Everything() implements Node {}

    /// A bit for each kind of event.
    record Kinds(long wanted) implements Node {}

    /// A bit for each clock.
    record Clocks(long wanted) implements Node {}

    record Pid(LongPredicate wanted) implements Node {}

    record Artifact(Wanted wanted) implements Node {}

    /// A number column; rows without a value never match.
    record Number64(Field field, NumberTest wanted) implements Node {}

    /// A text column, decided once for each word of its dictionary; rows without a value never match.
    record Dictionary(Field field, Wanted wanted) implements Node {}

    /// A value of that name anywhere in what the event says, opened; found by opening event after event.
    record Opened(String name, Wanted wanted) implements Node {}

    /// Words in the text of the event.
    record Text(TextSearch search) implements Node {}
}
