package whence.evidence;

import java.util.Comparator;

/// The address of anything one can look at. Panes receive and publish Refs only; [#toString] is stable, and [#parse]
/// reads it back.
public sealed interface Ref extends Comparable<Ref> {

    /// An event: its identity is its artifact and ordinal, never a row number.
    record Event(String artifact, int ordinal) implements Ref {
        @Override
        public String toString() {
            return "event " + ordinal + " " + artifact;
        }
    }

    /// An instant on a clock.
    record Instant(Clock clock, long ns) implements Ref {
        @Override
        public String toString() {
            return "instant " + clock + " " + ns;
        }
    }

    /// A byte range of an artifact.
    record Range(Span span) implements Ref {
        @Override
        public String toString() {
            return "range " + span.line() + " " + span.offset() + " " + span.length() + " " + span.artifact();
        }
    }

    /// One copy of a symbol; the address is unsigned, 0 where it is not known.
    record Symbol(String name, long address) implements Ref {
        @Override
        public String toString() {
            return "symbol " + Long.toHexString(address) + " " + name;
        }
    }

    /// A line of a source tree.
    record Source(String tree, String file, int line) implements Ref {
        @Override
        public String toString() {
            return "source " + line + " " + tree + " " + file;
        }
    }

    /// A finding of the notebook.
    record Finding(String id) implements Ref {
        @Override
        public String toString() {
            return "finding " + id;
        }
    }

    @Override
    default int compareTo(Ref other) {
        return Comparator.comparing(Ref::toString).compare(this, other);
    }

    /// Reads what [#toString] wrote.
    ///
    /// @throws IllegalArgumentException where it is no Ref
    static Ref parse(String text) {
        String[] word = text.split(" ", 5);
        try {
            return switch (word[0]) {
                case "event" -> new Event(text.split(" ", 3)[2], Integer.parseInt(word[1]));
                case "instant" -> new Instant(Clock.valueOf(word[1]), Long.parseLong(word[2]));
                case "range" ->
                    new Range(new Span(
                            word[4], Long.parseLong(word[1]), Long.parseLong(word[2]), Long.parseLong(word[3])));
                case "symbol" -> new Symbol(text.split(" ", 3)[2], Long.parseUnsignedLong(word[1], 16));
                case "source" -> new Source(word[2], text.split(" ", 4)[3], Integer.parseInt(word[1]));
                case "finding" -> new Finding(text.split(" ", 2)[1]);
                default -> throw new IllegalArgumentException("no Ref: " + text);
            };
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no Ref: " + text, e);
        }
    }
}
