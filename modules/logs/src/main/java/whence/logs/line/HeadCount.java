package whence.logs.line;

import java.util.HashMap;
import java.util.Map;
import whence.bytes.Bytes;
import whence.bytes.Lines;

/// How many of the first lines of an input have the head that a grammar expects; what sniffing rests on.
///
/// @param total lines looked at that are neither empty nor indented
/// @param matched those with a stamped head
/// @param ofOneSender those among them that name an identifier and the host that most lines name
public record HeadCount(int total, int matched, int ofOneSender) {
    private static final int LINES = 200;

    public static HeadCount of(Bytes head, Grammar grammar) {
        Lines lines = new Lines(head);
        int total = 0;
        int matched = 0;
        Map<String, Integer> hosts = new HashMap<>();
        while (total < LINES && lines.next()) {
            boolean cutOff = lines.nextStart() == head.size() && head.size() >= 1 << 16;
            if (lines.length() == 0 || head.at(lines.start()) == ' ' || cutOff) {
                continue;
            }
            LineHead found = grammar.head(LineLog.head(head, lines.start(), lines.end()));
            total++;
            if (found != null && found.stamped()) {
                matched++;
                if (found.host() != null && found.identifier() != null) {
                    hosts.merge(found.host(), 1, Integer::sum);
                }
            }
        }
        return new HeadCount(
                total, matched, hosts.values().stream().max(Integer::compare).orElse(0));
    }

    /// Share of the matched lines, percent.
    public int share() {
        return total == 0 ? 0 : matched * 100 / total;
    }

    /// Share of the lines of one sender among the matched, percent.
    public int senderShare() {
        return matched == 0 ? 0 : ofOneSender * 100 / matched;
    }
}
