package whence.timeline.process;

import java.util.Optional;

/// One task of a lineage.
///
/// @param exec where it started the program it ran; empty where nothing shows it, or where it ran its parent's
public record Ancestor(int task, Optional<Known> exec) {}
