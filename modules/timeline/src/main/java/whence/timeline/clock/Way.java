package whence.timeline.clock;

import org.jspecify.annotations.Nullable;

/// From one clock to another of the same boot.
interface Way {
    /// All that the other clock may have shown.
    record Range(long least, long most) {}

    /// What the other clock may have shown while this one went from `least` to `most`; null where nothing is known
    /// near them.
    @Nullable
    Range over(long least, long most);
}
