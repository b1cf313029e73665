package whence.traces.ftrace;

import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.traces.text.Ascii;
import whence.traces.text.BufferNotices;
import whence.traces.text.LineCursor;

/// Tells ftrace's text by its header, or by the task columns of its first lines.
final class FtraceSniffer {
    private static final int LINES = 60;

    private FtraceSniffer() {}

    static int score(Bytes head) {
        LineCursor lines = new LineCursor(head, Watch.NONE);
        TaskColumns columns = new TaskColumns();
        int looked = 0;
        int shaped = 0;
        boolean header = false;
        while (looked < LINES && lines.next()) {
            byte[] text = lines.array();
            if (lines.length() == 0) {
                continue;
            }
            if (Ascii.at(text, lines.from(), lines.to(), "# tracer: ")) {
                header = !Ascii.at(text, lines.from(), lines.to(), "# tracer: function_graph");
            } else if (text[lines.from()] != '#') {
                looked++;
                shaped +=
                        columns.read(text, lines.from(), lines.to()) || BufferNotices.is(text, lines.from(), lines.to())
                                ? 1
                                : 0;
            }
        }
        return header ? 97 : shaped * 2 <= looked ? 0 : 50 + 45 * shaped / looked;
    }
}
