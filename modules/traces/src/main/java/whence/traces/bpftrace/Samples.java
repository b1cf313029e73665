package whence.traces.bpftrace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.timeline.Input;
import whence.traces.columns.Inference;
import whence.traces.columns.Layout;
import whence.traces.text.Ascii;
import whence.traces.text.LineCursor;

/// The rows by which the columns of a trace are found: its first ones that begin with a digit.
final class Samples {
    private static final int MOST = 200;
    private static final int HEAD = 1 << 18;

    private Samples() {}

    /// The layout of an input: as its hints say, or as its rows do.
    static Optional<Layout> layout(Input input) {
        String hint = input.hints().get(Input.COLUMNS);
        return hint != null && !hint.isBlank() ? Optional.of(Layout.ofHint(hint)) : Inference.of(rows(input.bytes()));
    }

    static List<String> rows(Bytes bytes) {
        List<String> rows = new ArrayList<>();
        Bytes head = bytes.slice(0, Math.min(bytes.size(), HEAD));
        LineCursor lines = new LineCursor(head, Watch.NONE);
        while (rows.size() < MOST && lines.next()) {
            boolean cut = head.size() < bytes.size() && lines.offset(lines.to()) >= head.size();
            int at = Ascii.skipSpaces(lines.array(), lines.from(), lines.to());
            if (!cut && at < lines.to() && at - lines.from() < 4 && Ascii.digit(lines.array()[at])) {
                rows.add(new String(
                        lines.array(), lines.from(), lines.length(), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return rows;
    }
}
