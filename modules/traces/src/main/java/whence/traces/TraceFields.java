package whence.traces;

import whence.timeline.Field;

/// Fields that only traces declare.
public final class TraceFields {
    /// How often something happened: calls of a system call in strace's table, hits of a probe.
    public static final Field HITS = Field.number("hits");
    /// How often it failed, or was missed.
    public static final Field MISSES = Field.number("misses");
    /// Offset of a probe in [whence.timeline.Fields#FUNCTION]; none for a return.
    public static final Field OFFSET = Field.number("at");
    /// Size of that function, which tells copies of one name apart.
    public static final Field SIZE = Field.number("size");
    /// Effective user of the task.
    public static final Field UID = Field.number("uid");
    /// Depth of a call in a function graph, from 0.
    public static final Field DEPTH = Field.number("depth");

    private TraceFields() {}
}
