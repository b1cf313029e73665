package whence.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import whence.bytes.Bytes;
import whence.bytes.Watch;

/// Tells an input that is something from noise.
final class Recognition {
    private static final int HEAD = 8192;

    private Recognition() {}

    /// Ends the opening of files of which not one is anything that Whence knows.
    static void check(Session session, List<Path> paths) throws SessionException {
        boolean onlyFiles = paths.stream().noneMatch(Files::isDirectory);
        if (onlyFiles && session.artifacts().stream().noneMatch(each -> session.recognised(each, Watch.NONE))) {
            String named = String.join(", ", paths.stream().map(Path::toString).toList());
            throw new SessionException(
                    SessionException.Kind.UNREADABLE,
                    named + (paths.size() == 1 ? " is" : " are")
                            + " neither a session or archive nor of any format that Whence reads");
        }
    }

    /// Whether it looks like text: no control bytes but those that text, terminals and prompts use.
    static boolean text(Bytes content) {
        long end = Math.min(HEAD, content.size());
        for (long at = 0; at < end; at++) {
            byte b = content.at(at);
            if (b >= 0 && b < 0x20 && "\t\n\r\f\b\033\036".indexOf(b) < 0) {
                return false;
            }
        }
        return true;
    }
}
