package whence.trail;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import whence.branches.JudgedExit;
import whence.branches.value.Premise;

/// The exits of one function against the facts: what each fact fells on its own, and what all of them leave together.
///
/// @param source label of the tree
/// @param facts the columns, in the order in which they were brought
/// @param rows an exit each, in the order of the source
public record Board(String source, String function, List<Premise> facts, List<Row> rows) {
    public Board {
        facts = List.copyOf(facts);
        rows = List.copyOf(rows);
    }

    /// One exit.
    ///
    /// @param together under all facts
    /// @param alone under each fact by itself, as many as there are columns; an exit may survive every fact alone
    /// and still fall to two of them together
    public record Row(JudgedExit together, List<JudgedExit> alone) {
        public Row {
            alone = List.copyOf(alone);
        }
    }

    /// The boards of a trail, worked out when somebody looks: each fact is judged by itself, which takes many
    /// times what the trail took. May be asked on any thread, not on two at once. They follow from the rest of the
    /// trail, so all boards count as equal.
    public static final class Boards {
        public static final Boards NONE = new Boards(List::of);

        private final Supplier<List<Board>> work;

        public Boards(Supplier<List<Board>> work) {
            this.work = work;
        }

        public List<Board> all() {
            return work.get();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Boards;
        }

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public String toString() {
            return "boards";
        }
    }
}
