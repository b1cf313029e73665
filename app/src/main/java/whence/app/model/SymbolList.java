package whence.app.model;

import java.util.List;
import java.util.Optional;
import whence.evidence.Ref;

/// The symbols of a capture, sorted by name, then address: a name with copies stands in neighbouring rows.
public interface SymbolList {
    SymbolList EMPTY = new SymbolList() {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public Row row(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public String name(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public boolean ambiguous(int index) {
            return false;
        }

        @Override
        public Optional<Integer> indexOf(Ref.Symbol symbol) {
            return Optional.empty();
        }
    };

    int count();

    String name(int index);

    boolean ambiguous(int index);

    /// Everything about one copy; worked out when somebody looks.
    Row row(int index);

    /// The row of a copy, or of the first copy of its name where the address is 0.
    Optional<Integer> indexOf(Ref.Symbol symbol);

    /// Rows of the copies that a line of text mentions by address (`name+0xc3/0x570`, `ffffffff813e2c80`), in its
    /// order; empty where it mentions none that is listed.
    default List<Integer> located(String text) {
        return List.of();
    }

    /// One copy of a name.
    ///
    /// @param address in hexadecimal; a dash where it is hidden
    /// @param object the object file it comes from; empty where nothing says so
    /// @param grade of the object; empty with it
    /// @param probe whether it can be probed, in a word, and why
    /// @param paste a probe ready to paste; empty where there is none
    record Row(
            Ref.Symbol ref,
            String name,
            String address,
            String type,
            String module,
            int copies,
            String object,
            String grade,
            String why,
            String probe,
            List<String> paste) {
        public Row {
            paste = List.copyOf(paste);
        }
    }
}
