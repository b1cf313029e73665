package whence.session.pack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import whence.bytes.Bytes;
import whence.bytes.Watch;

/// SHA-256 of an artifact, from heap copies.
public final class Checksum {
    private static final int CHUNK = 1 << 20;

    private Checksum() {}

    /// In lower-case hexadecimal digits.
    public static String sha256(Bytes content, Watch watch) {
        MessageDigest digest = digest();
        for (long at = 0; at < content.size(); at += CHUNK) {
            watch.check();
            digest.update(content.copy(at, (int) Math.min(CHUNK, content.size() - at)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
