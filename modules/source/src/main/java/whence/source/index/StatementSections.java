package whence.source.index;

import whence.source.index.table.ByteSink;
import whence.source.index.table.Lists;
import whence.source.index.table.Longs;
import whence.source.index.table.WordTable;

/// The tables of log statements, as they are gathered.
public final class StatementSections {
    private final boolean[] states;
    private final Longs statements = new Longs();
    private final Longs anchors = new Longs();
    private final Longs words = new Longs();
    private final Longs handed = new Longs();
    private final ByteSink printers = new ByteSink(1 << 10);

    public StatementSections(int texts) {
        this.states = new boolean[texts];
    }

    /// A name prints: bit k of `formats` is set where its argument k is a format.
    public void printer(int name, long formats) {
        printers.i32(name);
        printers.i32((int) formats);
    }

    /// Statements of a file print what a [Holder] holds, perhaps in another file.
    public void handed(int holder, int file) {
        handed.add(((long) holder << 32) | file);
    }

    /// A text is the format of a statement in a file.
    public void statement(int text, int file) {
        states[text] = true;
        statements.add(((long) text << 32) | file);
    }

    /// Whether a text is the format of any statement.
    public boolean states(int text) {
        return states[text];
    }

    /// All words of a text.
    public void words(int text, int[] hashes) {
        for (int hash : hashes) {
            words.add(((long) hash << 32) | text);
        }
    }

    /// A word by which a text is found.
    public void anchor(int text, int hash) {
        anchors.add(((long) hash << 32) | text);
    }

    public void addTo(ImageParts parts) {
        parts.put(Section.PRINTERS, printers);
        ByteSink pairs = new ByteSink(8 * handed.size() + 16);
        for (long pair : handed.distinct()) {
            pairs.i32((int) (pair >>> 32));
            pairs.i32((int) pair);
        }
        parts.put(Section.HANDED, pairs);
        parts.put(Section.STATEMENTS, Lists.encode(states.length, statements.distinct()));
        parts.put(Section.ANCHORS, WordTable.encode(anchors.distinct()));
        parts.put(Section.WORDS, WordTable.encode(words.sorted()));
    }
}
