package whence.logs.export;

import whence.bytes.Bytes;

/// Finds the JSON objects in a stream of them, however they are laid out: one a line, over many lines, behind
/// `data: ` or a record separator, or as elements of an array. Does not look inside beyond strings and braces, so
/// that one damaged object costs only itself.
public final class JsonObjects {
    private static final long LONGEST = 64 << 20;

    private final Bytes bytes;
    private long at;
    private long start;
    private long end;
    private long line = 1;
    private boolean whole;

    public JsonObjects(Bytes bytes, long from) {
        this.bytes = bytes;
        this.at = from;
    }

    /// Goes to the next object; false at the end.
    public boolean next() {
        while (at < bytes.size() && bytes.at(at) != '{') {
            line += bytes.at(at) == '\n' ? 1 : 0;
            at++;
        }
        if (at >= bytes.size()) {
            return false;
        }
        start = at;
        long lineStart = line;
        walk();
        at = end;
        startLine = lineStart;
        return true;
    }

    private long startLine;

    /// From the brace at [#start] to its partner; broken off where a line starts with a brace, which no layout has
    /// inside an object.
    private void walk() {
        long limit = Math.min(bytes.size(), start + LONGEST);
        int depth = 0;
        boolean inString = false;
        for (long i = start; i < limit; i++) {
            byte b = bytes.at(i);
            if (b == '\n') {
                line++;
                if ((i + 1 < limit && bytes.at(i + 1) == '{') || (inString && depth == 1 && objectFollows(i + 1))) {
                    finish(i + 1, false);
                    return;
                }
            } else if (inString) {
                i += b == '\\' ? 1 : 0;
                inString = b != '"';
            } else if (b == '"') {
                inString = true;
            } else if (b == '{') {
                depth++;
            } else if (b == '}' && --depth == 0) {
                finish(i + 1, true);
                return;
            }
        }
        finish(limit, false);
    }

    /// `      },{`: between elements of an array, also where a string before it was never closed.
    private boolean objectFollows(long from) {
        long i = from;
        while (i < bytes.size() && (bytes.at(i) == ' ' || bytes.at(i) == '\t')) {
            i++;
        }
        return bytes.startsWith(new byte[] {'}', ',', '{'}, i);
    }

    private void finish(long to, boolean complete) {
        end = to;
        whole = complete;
    }

    public long start() {
        return start;
    }

    public long end() {
        return end;
    }

    /// Line of [#start], from 1, if the walk began at the first line.
    public long line() {
        return startLine;
    }

    /// Whether the object has its closing brace.
    public boolean whole() {
        return whole;
    }
}
