package whence.symbols.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.bytes.Watch;
import whence.symbols.Symbols;
import whence.symbols.facts.KernelVersion;
import whence.symbols.facts.SymbolFacts;
import whence.timeline.Input;

/// Reads whatever is about symbols among the inputs of a session, and joins it.
public final class SymbolJoin {
    private static final String FORMAT = "format";

    private SymbolJoin() {}

    /// The reader for an input: the one of the format its hints name, else the one that recognises its content; empty
    /// where it is not about symbols.
    public static Optional<SymbolReader> reader(Input input) {
        String named = input.hints().get(FORMAT);
        return named == null ? SymbolReaders.sniff(input.bytes(), input.artifact()) : SymbolReaders.of(named);
    }

    /// Reads and joins; inputs that are about something else are left out.
    ///
    /// @param version of the kernel that ran, where something else says so
    public static Symbols of(List<Input> inputs, Optional<KernelVersion> version, Watch watch) {
        List<SymbolFacts> facts = new ArrayList<>();
        for (Input input : inputs) {
            watch.check();
            reader(input).ifPresent(reader -> facts.add(reader.read(input, watch)));
        }
        return Symbols.of(facts, version);
    }
}
