package whence.timeline.filter.text;

import whence.bytes.Watch;

/// Whether a text is one that is looked for.
@FunctionalInterface
public interface Wanted {
    /// @throws whence.bytes.CancelledException where the watch was cancelled while an expression was looked for
    boolean test(String text, Watch watch);

    default Wanted negate() {
        return (text, watch) -> !test(text, watch);
    }
}
