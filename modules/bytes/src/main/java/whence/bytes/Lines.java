package whence.bytes;

/// Walks the lines of a text without decoding it: `while (lines.next()) … lines.start(), lines.end()`.
///
/// A line ends at LF; a CR before it is not part of the line. The last line needs no LF. Lines of any length pass.
public final class Lines {
    private final Bytes bytes;
    private final long limit;
    private long start;
    private long end;
    private long nextStart;
    private long number;

    public Lines(Bytes bytes) {
        this(bytes, 0, bytes.size());
    }

    public Lines(Bytes bytes, long from, long to) {
        this.bytes = bytes;
        this.nextStart = from;
        this.limit = to;
    }

    /// Goes to the next line; false at the end.
    public boolean next() {
        if (nextStart >= limit) {
            return false;
        }
        start = nextStart;
        long lf = bytes.indexOf((byte) '\n', start, limit);
        long stop = lf < 0 ? limit : lf;
        nextStart = lf < 0 ? limit : lf + 1;
        end = stop > start && bytes.at(stop - 1) == '\r' ? stop - 1 : stop;
        number++;
        return true;
    }

    /// Number of the current line, from 1.
    public long number() {
        return number;
    }

    /// Offset of the first byte of the current line.
    public long start() {
        return start;
    }

    /// Offset behind the last byte of the current line, without its line end.
    public long end() {
        return end;
    }

    /// Offset where the line after the current one begins.
    public long nextStart() {
        return nextStart;
    }

    public int length() {
        return Math.toIntExact(end - start);
    }

    /// The current line as text; for display and for lines that are known to be short.
    public String text() {
        return bytes.text(start, length());
    }
}
