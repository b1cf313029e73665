package whence.source.logs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The message in a line of a log: without the stamps, levels and senders that log programs put before it.
final class KernelText {
    private static final Pattern SYSLOG = Pattern.compile(
            "^(?:<\\d{1,3}>)?(?:\\p{L}{3}\\.? +\\d{1,2} [\\d:.]+|\\d{4}-\\d\\d-\\d\\dT[^ ]+) [^ ]+ ([^ :\\[]+)(?:\\[\\d+\\])?: ");
    private static final Pattern STAMP = Pattern.compile(
            "^(?:<\\d{1,3}>)?(?:\\w+ *: ?\\w+ *: )?\\[[^\\]]*\\d\\.\\d+[^\\]]*\\](?:\\[ *[TC]\\d+\\])? ?");
    private static final Pattern LEVEL = Pattern.compile("^<\\d{1,3}>");
    private static final Pattern CALLER = Pattern.compile("^\\[ *[TC]\\d+\\] ");

    private KernelText() {}

    /// The message; null where the line says that a program wrote it.
    static @Nullable String of(String line) {
        Matcher syslog = SYSLOG.matcher(line);
        String rest = line;
        if (syslog.find()) {
            if (!syslog.group(1).equals("kernel")) {
                return null;
            }
            rest = line.substring(syslog.end());
        }
        for (Pattern head : new Pattern[] {STAMP, LEVEL, CALLER}) {
            Matcher matcher = head.matcher(rest);
            rest = matcher.find() ? rest.substring(matcher.end()) : rest;
        }
        return rest.stripTrailing();
    }
}
