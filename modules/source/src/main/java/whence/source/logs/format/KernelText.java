package whence.source.logs.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The message in a line of a log: without the stamps, levels, senders and colours that log programs put to it.
public final class KernelText {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-?]*[ -/]*[@-~]");

    /// Stamps that a host and a sender follow: of syslog, and of journalctl's short forms.
    private static final Pattern SENT = Pattern.compile("^(?:<\\d{1,3}>)?(?:"
            + "\\p{L}{3,4}\\.? +\\d{1,2} \\d\\d:[\\d:.]+"
            + "|\\d{4}-\\d\\d-\\d\\dT[^ ,]+"
            + "|(?:\\p{L}{2,4}\\.? )?\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? [\\w+:/-]{1,32}"
            + "|\\d{9,11}\\.\\d{6}"
            + ") [^ ]+ ([^ :\\[]+)(?:\\[\\d+\\])?: ");

    /// What dmesg and the kernel's consoles put before a message: facility and level, when, and who printed it.
    private static final String WHEN = "[ <+]*\\d+\\.\\d+(?: *<[ +]*\\d+\\.\\d+)?[ >]*"
            + "|\\p{L}{2,4}\\.? +\\p{L}{3,5}\\.? +\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? \\d{4}(?: *<[ +\\d.]+>)?"
            + "|\\p{L}{3,5}\\.? *\\d{1,2} \\d\\d:\\d\\d";

    private static final Pattern STAMP =
            Pattern.compile("^(?:<\\d{1,3}>)?(?:\\w+ *: ?\\w+ *: )?\\[(?:" + WHEN + ")\\] ?");

    /// journalctl names host and sender behind a monotonic stamp too.
    private static final Pattern SENDER = Pattern.compile("^[\\w.-]+ (?:(kernel)|[\\w@.()-]+\\[\\d+\\]): ");

    private static final List<Pattern> HEADS = List.of(
            Pattern.compile("^\\d{1,4},\\d+,\\d+,[^;]{1,80};"),
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d,\\d+(?:Z|[+-]\\d\\d:?\\d\\d) "),
            Pattern.compile("^<\\d{1,3}>"),
            Pattern.compile("^\\[ *[TC]\\d+\\] "));

    private KernelText() {}

    /// The message; null where the line says that a program wrote it.
    public static @Nullable String of(String line) {
        String rest = line.indexOf('\u001b') < 0 ? line : COLOUR.matcher(line).replaceAll("");
        Matcher sent = SENT.matcher(rest);
        if (sent.find()) {
            if (!sent.group(1).equals("kernel")) {
                return null;
            }
            rest = rest.substring(sent.end());
        }
        Matcher stamp = STAMP.matcher(rest);
        if (stamp.find()) {
            rest = rest.substring(stamp.end());
            Matcher sender = SENDER.matcher(rest);
            if (sender.find()) {
                if (sender.group(1) == null) {
                    return null;
                }
                rest = rest.substring(sender.end());
            }
        }
        for (Pattern head : HEADS) {
            Matcher matcher = head.matcher(rest);
            rest = matcher.find() ? rest.substring(matcher.end()) : rest;
        }
        return rest.stripTrailing();
    }
}
