package whence.traces.strace;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import whence.evidence.Span;
import whence.timeline.Input;

/// The text of a call put together from its pieces, and where each piece came from.
final class Joined {
    private final byte[] text;
    private final List<Piece> pieces;

    Joined(byte[] text, List<Piece> pieces) {
        this.text = text;
        this.pieces = List.copyOf(pieces);
    }

    byte[] text() {
        return text;
    }

    /// A piece begins at `at` of the text, and at the start of `span` in the artifact.
    record Piece(int at, Span span) {}

    /// @param spans of the event: the line, then the lines that resumed it
    static Joined of(Input input, List<Span> spans) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            int size = (int) Math.min(span.length(), input.bytes().size() - span.offset());
            byte[] line = input.bytes().copy(span.offset(), Math.max(0, size));
            if (i > 0 && StraceLines.below(line, 0, line.length)) {
                continue;
            }
            int from = i == 0 ? 0 : resumedFrom(line, text);
            int to = i + 1 < spans.size() ? unfinishedTo(line, firstLineEnd(line)) : firstLineEnd(line);
            pieces.add(new Piece(
                    text.size(), new Span(span.artifact(), span.line(), span.offset() + from, Math.max(0, to - from))));
            text.write(line, Math.min(from, to), Math.max(0, to - from));
        }
        return new Joined(text.toByteArray(), pieces);
    }

    private static int resumedFrom(byte[] line, ByteArrayOutputStream before) {
        Prefix prefix = new Prefix();
        prefix.read(line, 0, line.length);
        int from = Math.max(0, StraceLines.resumedEnd(line, prefix.body, line.length));
        byte[] soFar = before.toByteArray();
        boolean doubled = soFar.length > 0 && soFar[soFar.length - 1] == ' ' && from < line.length && line[from] == ' ';
        return doubled ? from + 1 : from;
    }

    private static int unfinishedTo(byte[] line, int end) {
        return StraceLines.unfinished(line, 0, end)
                ? StraceLines.unfinishedFrom(line, 0, end)
                : Intruder.from(line, 0, end);
    }

    /// Stack frames (`-k`) belong to the event, not to the call's text.
    private static int firstLineEnd(byte[] line) {
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '\n') {
                return i > 0 && line[i - 1] == '\r' ? i - 1 : i;
            }
        }
        return line.length;
    }

    /// Where `[from, to)` of the text stands in the artifact.
    List<Span> spans(int from, int to) {
        List<Span> spans = new ArrayList<>();
        for (Piece piece : pieces) {
            long start = Math.max(from, piece.at());
            long end = Math.min(to, piece.at() + piece.span().length());
            if (start < end) {
                Span whole = piece.span();
                spans.add(new Span(whole.artifact(), whole.line(), whole.offset() + start - piece.at(), end - start));
            }
        }
        return spans;
    }
}
