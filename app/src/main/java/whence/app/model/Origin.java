package whence.app.model;

/// Who moved the focus, so that a pane never answers itself.
public enum Origin {
    TIMELINE,
    CALL,
    SYMBOLS,
    SOURCE,
    CALLERS,
    DIFFERENCE,
    EXITS,
    BOARD,
    TRAIL,
    FINDINGS,
    BYTES,
    /// Back and forward.
    HISTORY,
    /// A session or a lead was opened.
    OPENING
}
