package whence.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import whence.session.open.Opened;
import whence.session.open.Stored;

/// What tells one session from another wherever its files lie: its manifest without the notebook, and the name, stored
/// size and first bytes of each artifact. Cheap, since it is taken at every opening.
final class Identity {
    private static final int HEAD = 4096;

    private Identity() {}

    static String of(Opened opened) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
        digest.update(opened.manifest()
                .with(tree -> {
                    tree.remove("notebook");
                    return tree;
                })
                .write());
        for (Stored stored : opened.stored()) {
            String line = stored.artifact().path() + '\0' + stored.raw().size() + '\0';
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            digest.update(stored.raw().copy(0, (int) Math.min(HEAD, stored.raw().size())));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
