package whence.symbols;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.read.SymbolJoin;
import whence.symbols.read.SymbolReaders;
import whence.timeline.Input;

/// Pieces of real captures, and texts that a test writes itself.
public final class Fixtures {
    private Fixtures() {}

    public static Bytes bytes(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/whence/symbols/" + name)) {
            return Bytes.of(in.readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Reads one text as a format.
    public static SymbolFacts read(String format, String text) {
        return read(format, Bytes.ofText(text));
    }

    public static SymbolFacts read(String format, Bytes bytes) {
        return SymbolReaders.of(format).orElseThrow().read(new Input(format, bytes, Map.of()), Watch.NONE);
    }

    /// Joins files of the fixtures, each recognised by its content.
    public static Symbols join(String... files) {
        return SymbolJoin.of(
                Arrays.stream(files).map(f -> new Input(f, bytes(f))).toList(), Optional.empty(), Watch.NONE);
    }
}
