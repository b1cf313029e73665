package whence.report;

import whence.bytes.Bytes;
import whence.bytes.ShrunkException;
import whence.evidence.Span;
import whence.session.Session;

/// Quotes spans out of a session's artifacts: whole lines of text as they stand, unprintable bytes as `\xNN`.
final class SpanQuotes implements Quotes {
    private static final int MOST_BYTES = 2_000;

    private final Session session;

    SpanQuotes(Session session) {
        this.session = session;
    }

    @Override
    public String of(Span span) {
        return session.artifact(span.artifact())
                .map(artifact -> quote(session.bytes(artifact), span))
                .orElse("(not among the artifacts of this session)");
    }

    private static String quote(Bytes bytes, Span span) {
        long from = Math.clamp(span.offset(), 0, bytes.size());
        int length = (int) Math.clamp(span.length(), 0, Math.min(MOST_BYTES, bytes.size() - from));
        try {
            String text = printable(bytes.copy(from, length));
            return span.length() > length ? text + " … (" + (span.length() - length) + " bytes more)" : text;
        } catch (ShrunkException gone) {
            return "(the file became shorter while it was read)";
        }
    }

    private static String printable(byte[] raw) {
        StringBuilder text = new StringBuilder(raw.length);
        for (byte b : raw) {
            if ((b >= ' ' && b < 0x7f) || b == '\n' || b == '\t') {
                text.append((char) b);
            } else {
                text.append("\\x").append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
        }
        return text.toString();
    }
}
