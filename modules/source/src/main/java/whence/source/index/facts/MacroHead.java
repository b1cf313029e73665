package whence.source.index.facts;

import org.jspecify.annotations.Nullable;

/// The beginning of a `#define` line, as byte offsets.
///
/// @param nameEnd offset behind the name; a `(` there makes it a macro with parameters
/// @param end offset behind the line
record MacroHead(int nameStart, int nameEnd, int end, boolean parameters) {

    static @Nullable MacroHead of(byte[] bytes, int from, int to) {
        int at = from + 1;
        while (at < to && bytes[at] != 'd') {
            at++;
        }
        at += "define".length();
        while (at < to
                && (bytes[at] == ' '
                        || bytes[at] == '\t'
                        || bytes[at] == '\\'
                        || bytes[at] == '\r'
                        || bytes[at] == '\n')) {
            at++;
        }
        int end = at;
        while (end < to && word(bytes[end])) {
            end++;
        }
        return end == at ? null : new MacroHead(at, end, to, end < to && bytes[end] == '(');
    }

    static boolean word(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_' || b == '$';
    }

    /// Whether the body can call something or hold a text: a kernel tree has millions of plain numbers, which are
    /// not looked into before somebody asks.
    boolean worthReading(byte[] bytes) {
        if (parameters) {
            return true;
        }
        int at = nameEnd;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        boolean oneWord = at < end && !(bytes[at] >= '0' && bytes[at] <= '9');
        for (int i = at; i < end; i++) {
            if (bytes[i] == '"') {
                return true;
            }
            oneWord &= word(bytes[i]);
        }
        return oneWord;
    }
}
