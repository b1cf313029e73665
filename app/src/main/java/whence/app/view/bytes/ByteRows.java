package whence.app.view.bytes;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import whence.app.rows.RowSource;
import whence.bytes.Bytes;
import whence.bytes.ShrunkException;
import whence.evidence.Span;

/// Bytes as rows: sixteen a row in hexadecimal for the whole artifact, or the lines around a span.
sealed interface ByteRows extends RowSource {
    int PER_ROW = 16;
    int WINDOW = 128 * 1024;

    /// Row at which an offset stands.
    long rowOf(long offset);

    /// The whole artifact, sixteen bytes a row.
    record Hex(Bytes bytes, Span marked) implements ByteRows {
        @Override
        public long count() {
            return (bytes.size() + PER_ROW - 1) / PER_ROW;
        }

        @Override
        public long rowOf(long offset) {
            return offset / PER_ROW;
        }

        @Override
        public String cell(long row, int column) {
            long from = row * PER_ROW;
            int length = (int) Math.min(PER_ROW, bytes.size() - from);
            try {
                byte[] part = bytes.copy(from, length);
                return switch (column) {
                    case 0 -> String.format(Locale.ROOT, "%08x", from);
                    default ->
                        String.format(
                                Locale.ROOT,
                                "%-48s %s",
                                HexFormat.ofDelimiter(" ").formatHex(part),
                                printable(part));
                };
            } catch (ShrunkException gone) {
                return "the file got shorter";
            }
        }

        @Override
        public String style(long row) {
            long from = row * PER_ROW;
            return from < marked.offset() + marked.length() && from + PER_ROW > marked.offset() ? "evidence" : "";
        }

        private static String printable(byte[] part) {
            StringBuilder text = new StringBuilder();
            for (byte b : part) {
                text.append(b >= 0x20 && b < 0x7f ? (char) b : '.');
            }
            return text.toString();
        }
    }

    /// The lines around a span; one row each.
    record Lines(List<Line> lines, Span marked) implements ByteRows {
        @Override
        public long count() {
            return lines.size();
        }

        @Override
        public long rowOf(long offset) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).offset() + lines.get(i).length() > offset) {
                    return i;
                }
            }
            return lines.size() - 1L;
        }

        @Override
        public String cell(long row, int column) {
            Line line = lines.get((int) row);
            return column == 0 ? line.number() : line.text();
        }

        @Override
        public String style(long row) {
            Line line = lines.get((int) row);
            boolean in = line.offset() < marked.offset() + Math.max(1, marked.length())
                    && line.offset() + line.length() > marked.offset();
            return in ? "evidence" : "";
        }
    }

    /// A line with its place.
    record Line(String number, long offset, long length, String text) {}

    /// Lines where the bytes around the span are text, hexadecimal otherwise.
    static ByteRows around(Bytes bytes, Span span, boolean hex) {
        long from = Math.max(0, Math.min(span.offset(), bytes.size()) - WINDOW);
        int length = (int) Math.min(2L * WINDOW, bytes.size() - from);
        byte[] window = bytes.copy(from, length);
        return hex || !isText(window) ? new Hex(bytes, span) : new Lines(lines(window, from, span), span);
    }

    private static boolean isText(byte[] window) {
        int odd = 0;
        for (byte b : window) {
            odd += b >= 0 && b < 0x20 && b != '\n' && b != '\t' && b != '\r' && b != 0x1b ? 1 : 0;
        }
        return odd * 100L <= window.length;
    }

    private static List<Line> lines(byte[] window, long base, Span span) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= window.length; i++) {
            if (i == window.length ? i > start : window[i] == '\n') {
                int end = Math.min(i + 1, window.length);
                String text = new String(window, start, i - start, java.nio.charset.StandardCharsets.UTF_8);
                lines.add(new Line(
                        "",
                        base + start,
                        end - start,
                        text.replace("\t", "    ").replace("\r", "")));
                start = end;
            }
        }
        return numbered(lines, span);
    }

    // The span knows its line; the others count from it. Without one they are numbered by offset.
    private static List<Line> numbered(List<Line> lines, Span span) {
        int at = 0;
        while (at < lines.size() && lines.get(at).offset() + lines.get(at).length() <= span.offset()) {
            at++;
        }
        List<Line> numbered = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String number = span.line() == Span.NO_LINE ? "@" + line.offset() : Long.toString(span.line() + i - at);
            numbered.add(new Line(number, line.offset(), line.length(), line.text()));
        }
        return numbered;
    }
}
