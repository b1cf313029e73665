package whence.traces.ftrace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.timeline.Detail;

/// The fields of an event as its format prints them: `comm=sh pid=108`, or `dfd: -100, filename: 0x7f "/x"`. A value
/// goes on to the next name, since names of tasks and files hold spaces.
final class NamedValues {
    private static final Pattern NAME = Pattern.compile("(?<=^|[ ,(])([A-Za-z_][\\w.]{0,63})(?:=|: )");

    /// No event has more.
    private static final int MOST = 256;

    private NamedValues() {}

    /// The fields of what stands behind an event's name, in their order.
    static List<Detail> of(String text) {
        List<Detail> fields = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        String name = null;
        int value = 0;
        while (fields.size() < MOST && matcher.find()) {
            if (name != null) {
                fields.add(Detail.leaf(name, value(text, value, matcher.start())));
            }
            name = matcher.group(1);
            value = matcher.end();
        }
        if (name != null) {
            fields.add(Detail.leaf(name, value(text, value, text.length())));
        }
        return fields;
    }

    private static String value(String text, int from, int to) {
        String value = text.substring(from, to).strip();
        boolean closesCall = value.endsWith(")") && value.indexOf('(') < 0;
        return closesCall || value.endsWith(",") ? value.substring(0, value.length() - 1) : value;
    }
}
