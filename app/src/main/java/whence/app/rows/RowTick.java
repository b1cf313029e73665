package whence.app.rows;

/// A mark beside the scroll bar, each kind in a lane of its own.
public record RowTick(long row, Kind kind) {
    /// Lanes, from left to right.
    public enum Kind {
        ERROR("tick-error"),
        EVIDENCE("tick-evidence"),
        FINDING("tick-finding");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        String style() {
            return style;
        }
    }
}
