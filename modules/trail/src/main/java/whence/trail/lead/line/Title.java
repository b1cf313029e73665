package whence.trail.lead.line;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as the title of a lead: one line, and no longer than a reader takes in. The lead's span has all of it.
public final class Title {
    private static final int LONGEST = 240;
    private static final Pattern BREAK = Pattern.compile("\\R|\\\\x0a|#012");

    private Title() {}

    /// The first line of a message, whether its breaks stand as they are or as logs and readers write them (`\x0a`,
    /// `#012` of rsyslog).
    static String firstLine(String text) {
        Matcher end = BREAK.matcher(text);
        return end.find() && end.start() > 0 ? text.substring(0, end.start()).stripTrailing() : text;
    }

    /// A text as one line, cut where it is long.
    public static String of(String text) {
        String line = firstLine(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).stripTrailing() + " …";
    }
}
