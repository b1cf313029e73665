package whence.trail.lead;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import whence.evidence.Span;
import whence.trail.Lead;

/// Ids of leads: a hash of kind and span, so the same session gives the same ids on every machine.
final class LeadId {
    private static final int BYTES = 5;

    private LeadId() {}

    static String of(Lead.Kind kind, Span span) {
        String text = kind.word() + " " + span.artifact() + " " + span.offset() + " " + span.length();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
