package whence.branches;

/// Lines that could not be read; an exit may hide there.
///
/// @param why a sentence for people
public record UnknownRegion(int startLine, int endLine, String why) {}
