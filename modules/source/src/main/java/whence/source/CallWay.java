package whence.source;

/// How a function is called by the one above it.
public enum CallWay {
    /// By its name.
    CALL,
    /// By a macro that calls it.
    MACRO,
    /// Its address is handed on as an argument, and assumed to be called there.
    HANDED,
    /// Through a member that it is stored in; any call of a member of that name is assumed to be meant.
    MEMBER
}
