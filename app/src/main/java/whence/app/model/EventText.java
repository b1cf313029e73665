package whence.app.model;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.timeline.Events;
import whence.timeline.Fields;

/// What the panes say of an event without decoding its text.
public final class EventText {
    /// From here on a result is taken for an address and written in hexadecimal.
    private static final long ADDRESSES = 0xffff_ffffL;

    private EventText() {}

    /// The task, or whatever else the record says it comes from; empty where it says nothing.
    public static String comm(Events events, int row) {
        String comm = events.text(Fields.COMM, row);
        String name = comm != null ? comm : events.text(Fields.IDENTIFIER, row);
        return name == null ? "" : name;
    }

    public static String pid(Events events, int row) {
        return events.pid(row) == Events.NO_PID ? "" : Integer.toString(events.pid(row));
    }

    /// The error by its name, otherwise what was returned; empty for an event that gives nothing back.
    public static String result(Events events, int row) {
        long errno = events.number(Fields.ERRNO, row);
        if (errno != Events.NO_NUMBER && errno > 0) {
            String name = errno <= Integer.MAX_VALUE ? events.errors().name((int) errno) : null;
            return name == null ? "errno " + errno : name;
        }
        long ret = events.number(Fields.RET, row);
        if (ret == Events.NO_NUMBER) {
            return "";
        }
        return ret > ADDRESSES || ret < -ADDRESSES ? "0x" + Long.toHexString(ret) : Long.toString(ret);
    }

    /// Kind, task and result in one line.
    public static String summary(Events events, int row) {
        return Stream.of(
                        events.kind(row).name().toLowerCase(Locale.ROOT),
                        named("", pid(events, row) + " " + comm(events, row)),
                        named("gave ", result(events, row)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String named(String name, @Nullable String value) {
        return value == null || value.isBlank() ? "" : name + value.strip();
    }
}
