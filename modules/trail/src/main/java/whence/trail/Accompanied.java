package whence.trail;

import java.util.List;

/// What accompanies a recurring line.
///
/// @param companions the most telling first; empty where nothing stands out
/// @param notCompared sentences: which artifacts could not be laid beside the line, and why
public record Accompanied(List<Companion> companions, List<String> notCompared) {
    /// Of a line that does not recur, or that was not looked at.
    public static final Accompanied NONE = new Accompanied(List.of(), List.of());

    public Accompanied {
        companions = List.copyOf(companions);
        notCompared = List.copyOf(notCompared);
    }
}
