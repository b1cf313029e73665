package whence.traces.text;

import java.nio.charset.StandardCharsets;
import whence.bytes.Bytes;
import whence.bytes.Watch;

/// What readers of small line formats share: an input is theirs by the share of lines that have the format's shape.
public abstract class LineReader extends TraceReader {
    private static final int LINES = 40;

    protected LineReader(String format) {
        super(format);
    }

    /// Whether a line has the format's shape.
    protected abstract boolean shaped(byte[] text, int from, int to);

    /// Whether a line may stand in such a file without proving anything.
    protected boolean tolerated(byte[] text, int from, int to) {
        return from == to;
    }

    @Override
    public int sniff(Bytes head, String name) {
        LineCursor lines = new LineCursor(head, Watch.NONE);
        int looked = 0;
        int shaped = 0;
        while (looked < LINES && lines.next()) {
            boolean cut = looked > 0 && lines.offset(lines.to()) >= head.size();
            if (!cut && !tolerated(lines.array(), lines.from(), lines.to())) {
                looked++;
                shaped += shaped(lines.array(), lines.from(), lines.to()) ? 1 : 0;
            }
        }
        return shaped == 0 || shaped * 4 < looked * 3 ? 0 : surest() * shaped / looked;
    }

    /// What [#sniff] answers when every line has the shape.
    protected int surest() {
        return 90;
    }

    /// Bytes as text, each a character.
    protected static String latin(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
