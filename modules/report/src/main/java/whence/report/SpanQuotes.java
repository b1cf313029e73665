package whence.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
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

    /// UTF-8 as it is; kernel text is bytes, and where they are no UTF-8 each stands for itself as `\xNN`, as does what
    /// would act on a terminal.
    private static String printable(byte[] raw) {
        try {
            return shown(strict().decode(ByteBuffer.wrap(raw)).toString(), true);
        } catch (CharacterCodingException notUtf8) {
            return shown(new String(raw, StandardCharsets.ISO_8859_1), false);
        }
    }

    private static String shown(String text, boolean decoded) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= ' ' && c < 0x7f) || (decoded && c > 0x9f) || c == '\n' || c == '\t') {
                shown.append(c);
            } else {
                shown.append("\\x").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return shown.toString();
    }

    private static CharsetDecoder strict() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
