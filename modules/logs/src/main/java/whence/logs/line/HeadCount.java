package whence.logs.line;

import whence.bytes.Bytes;
import whence.bytes.Lines;

/// How many of the first lines of an input have the head that a grammar expects; what sniffing rests on.
///
/// @param total lines looked at that are neither empty nor indented
/// @param matched those with a stamped head
public record HeadCount(int total, int matched) {
    private static final int LINES = 200;

    public static HeadCount of(Bytes head, Grammar grammar) {
        Lines lines = new Lines(head);
        int total = 0;
        int matched = 0;
        while (total < LINES && lines.next()) {
            boolean cutOff = lines.nextStart() == head.size() && head.size() >= 1 << 16;
            if (lines.length() == 0 || head.at(lines.start()) == ' ' || cutOff) {
                continue;
            }
            LineHead found = grammar.head(LineLog.head(head, lines.start(), lines.end()));
            total++;
            matched += found != null && found.stamped() ? 1 : 0;
        }
        return new HeadCount(total, matched);
    }

    /// Share of the matched lines, percent.
    public int share() {
        return total == 0 ? 0 : matched * 100 / total;
    }
}
