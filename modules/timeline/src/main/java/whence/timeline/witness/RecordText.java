package whence.timeline.witness;

import java.util.regex.Pattern;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Texts;

/// A record's text as every form of a log can give it: as journalctl shows it to people, with its sender before it.
public final class RecordText {
    private static final String ESCAPE = "\\x1b[";
    private static final Pattern COLOUR = Pattern.compile("\\\\x1b\\[[0-9;]*[mK]");
    private static final String TAB = "        ";

    private RecordText() {}

    /// Two records of one event have the same.
    public static String of(Texts texts, Events events, int row) {
        String stripped = forPeople(texts.text(events, row)).strip();
        return sender(events, row, stripped) + stripped;
    }

    /// The text as journalctl shows it to people: without colours, a tab as eight blanks.
    static String forPeople(String text) {
        String tabs = text.indexOf('\t') < 0 ? text : text.replace("\t", TAB);
        return tabs.contains(ESCAPE) ? COLOUR.matcher(tabs).replaceAll("") : tabs;
    }

    /// What journald split off a line (`systemd[1]: `) is put before it again.
    static String sender(Events events, int row, String text) {
        String identifier = events.text(Fields.IDENTIFIER, row);
        boolean split = identifier != null
                && !identifier.equals("kernel")
                && !text.startsWith(identifier + "[")
                && !text.startsWith(identifier + ":");
        String pid = events.pid(row) > 0 ? "[" + events.pid(row) + "]" : "";
        return split ? identifier + pid + ": " : "";
    }
}
