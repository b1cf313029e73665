package whence.session;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import whence.bytes.Bytes;
import whence.logs.LogReaders;
import whence.symbols.read.SymbolJoin;
import whence.timeline.EventReader;
import whence.timeline.Input;
import whence.traces.TraceReaders;

/// Every reader of events, in one place; a new reader is listed here and nowhere else.
public final class Readers {
    /// How much of an input a reader sees before it is chosen.
    private static final int HEAD = 64 << 10;

    /// Below this a claim is a guess.
    private static final int SURE = 30;

    private final List<EventReader> readers;

    Readers(List<EventReader> readers) {
        this.readers = List.copyOf(readers);
    }

    public static Readers known() {
        return new Readers(Stream.of(TraceReaders.all(), LogReaders.all())
                .flatMap(List::stream)
                .toList());
    }

    public List<EventReader> all() {
        return readers;
    }

    /// The reader of a format that a manifest names.
    public Optional<EventReader> named(String format) {
        return readers.stream().filter(reader -> reader.format().equals(format)).findFirst();
    }

    /// The reader that claims the content most surely; the earlier listed of two that claim it alike. A reader that
    /// only guesses, as that of programs' output does about any text, gives way to the lists of symbols.
    public Optional<EventReader> sniff(Input input, String name) {
        Bytes content = input.bytes();
        Bytes head = content.slice(0, Math.min(HEAD, content.size()));
        String hint = name.toLowerCase(Locale.ROOT);
        record Claim(EventReader reader, int sureness) {}
        return readers.stream()
                .map(reader -> new Claim(reader, reader.sniff(head, hint)))
                .filter(claim -> claim.sureness > 0)
                .max(Comparator.comparingInt(Claim::sureness))
                .filter(claim ->
                        claim.sureness >= SURE || SymbolJoin.reader(input).isEmpty())
                .map(Claim::reader);
    }
}
