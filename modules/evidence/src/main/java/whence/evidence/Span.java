package whence.evidence;

import java.util.Comparator;

/// Where a claim stands: a byte range of one artifact. A claim without one does not exist.
///
/// @param artifact path of the artifact in its session
/// @param line from 1; [#NO_LINE] where the artifact has none (a journal file)
/// @param offset in bytes of the artifact as it stands in the session
/// @param length in bytes
public record Span(String artifact, long line, long offset, long length) implements Comparable<Span> {
    public static final long NO_LINE = 0;

    private static final Comparator<Span> ORDER =
            Comparator.comparing(Span::artifact).thenComparingLong(Span::offset).thenComparingLong(Span::length);

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }

    /// `strace.txt:118`, or `system.journal@9113` where there are no lines.
    @Override
    public String toString() {
        return line == NO_LINE ? artifact + "@" + offset : artifact + ":" + line;
    }
}
