package whence.symbols.objects;

import java.util.Set;

/// What a source tree says of where functions are compiled. Symbols know no sources: whoever has a tree answers.
/// Implementations are thread-safe.
public interface WhereDefined {
    /// Paths of the C files whose objects may hold a function of this name: those that define it, and those that
    /// include a file that does.
    Set<String> units(String function);
}
