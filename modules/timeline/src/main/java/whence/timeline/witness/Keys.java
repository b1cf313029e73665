package whence.timeline.witness;

import java.util.regex.Pattern;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.clock.SessionClocks;

/// What records of one event have in common, as a number: boot, sender and text. Two that differ in these have, but
/// for one chance in 2^64, different numbers; the texts themselves, of a million records, are not kept.
final class Keys {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final String ESCAPE = "\\x1b[";
    private static final Pattern COLOUR = Pattern.compile("\\\\x1b\\[[0-9;]*[mK]");
    private static final String TAB = "        ";
    private static final long PRIME = 0x100000001b3L;

    private final Texts texts;
    private final SessionClocks clocks;

    Keys(Texts texts, SessionClocks clocks) {
        this.texts = texts;
        this.clocks = clocks;
    }

    String text(Events events, int row) {
        return texts.text(events, row);
    }

    long of(Events events, int row) {
        return of(events, row, texts.text(events, row));
    }

    /// The key that a record would have if its text were this one.
    long of(Events events, int row, String text) {
        String stripped = forPeople(text).strip();
        long hash = add(OFFSET, clocks.boot(events, row));
        hash = add(hash * PRIME, sender(events, row, stripped));
        return mix(add(hash, stripped));
    }

    /// The text as journalctl shows it to people: without colours, a tab as eight blanks.
    static String forPeople(String text) {
        String tabs = text.indexOf('\t') < 0 ? text : text.replace("\t", TAB);
        return tabs.contains(ESCAPE) ? COLOUR.matcher(tabs).replaceAll("") : tabs;
    }

    /// What journald split off a line (`systemd[1]: `) is put before it again.
    String sender(Events events, int row, String text) {
        String identifier = events.text(Fields.IDENTIFIER, row);
        boolean split = identifier != null
                && !identifier.equals("kernel")
                && !text.startsWith(identifier + "[")
                && !text.startsWith(identifier + ":");
        String pid = events.pid(row) > 0 ? "[" + events.pid(row) + "]" : "";
        return split ? identifier + pid + ": " : "";
    }

    private static long add(long hash, String text) {
        long sum = hash;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum ^ text.charAt(i)) * PRIME;
        }
        return sum;
    }

    /// Spreads what the last characters changed over all bits.
    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 29);
    }
}
