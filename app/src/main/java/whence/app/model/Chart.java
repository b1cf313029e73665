package whence.app.model;

import java.util.List;

/// Counts to be drawn as bars.
///
/// @param title of the map and its key
/// @param bars in their order
public record Chart(String title, List<Bar> bars) {
    public Chart {
        bars = List.copyOf(bars);
    }

    /// How much one label has.
    public record Bar(String label, long count) {}

    /// What the longest bar stands for; at least 1.
    public long most() {
        return Math.max(1, bars.stream().mapToLong(Bar::count).max().orElse(1));
    }

    public long total() {
        return bars.stream().mapToLong(Bar::count).sum();
    }
}
