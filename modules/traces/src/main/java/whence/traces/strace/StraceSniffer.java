package whence.traces.strace;

import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.traces.strace.value.Extent;
import whence.traces.text.Ascii;
import whence.traces.text.LineCursor;

/// Tells strace's output by the share of its first lines that have the shape of calls with results.
final class StraceSniffer {
    private static final int LINES = 60;

    private StraceSniffer() {}

    static int score(Bytes head) {
        LineCursor lines = new LineCursor(head, Watch.NONE);
        Prefix prefix = new Prefix();
        int looked = 0;
        int shaped = 0;
        while (looked < LINES && lines.next()) {
            boolean last = lines.offset(lines.to()) >= head.size();
            boolean below = StraceLines.below(lines.array(), lines.from(), lines.to());
            if (lines.length() == 0 || below || (last && looked > 0)) {
                continue;
            }
            looked++;
            shaped += shaped(lines, prefix) ? 1 : 0;
        }
        boolean table = Summary.begins(head);
        return table ? 85 : shaped == 0 || shaped * 2 < looked ? 0 : 50 + 45 * shaped / looked;
    }

    private static boolean shaped(LineCursor lines, Prefix prefix) {
        byte[] text = lines.array();
        int to = lines.to();
        prefix.read(text, lines.from(), to);
        int body = prefix.body;
        if (Ascii.at(text, body, to, "--- SIG") || Ascii.at(text, body, to, "+++ ")) {
            return true;
        }
        if (StraceLines.resumedEnd(text, body, to) > 0) {
            return true;
        }
        int open = StraceLines.callName(text, body, to);
        if (open < 0) {
            return false;
        }
        int close = Extent.argumentsEnd(text, open + 1, to);
        return close < 0 ? StraceLines.unfinished(text, open, to) : new ResultScan().read(text, close + 1, to);
    }
}
