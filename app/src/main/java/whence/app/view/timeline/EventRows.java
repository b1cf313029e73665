package whence.app.view.timeline;

import java.util.Locale;
import whence.app.model.Capture;
import whence.app.model.EventText;
import whence.app.model.Stamps;
import whence.app.rows.RowSource;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Matches;

/// Events as rows: all of a timeline, or those at some of its positions. Text is decoded for the rows in sight.
final class EventRows implements RowSource {
    private static final long ERROR_PRIORITY = 3;

    private final Capture capture;
    private final Matches matches;

    EventRows(Capture capture, Matches matches) {
        this.capture = capture;
        this.matches = matches;
    }

    @Override
    public long count() {
        return matches.count();
    }

    /// Position in the timeline of a row.
    int position(long row) {
        return matches.position((int) row);
    }

    /// Row of a position in the timeline; where the filter hides it, `-1 - row` of the row it would stand at.
    long rowOf(int position) {
        if (position < 0) {
            return -1;
        }
        return matches.contains(position) ? matches.rank(position) : -1L - matches.rank(position);
    }

    @Override
    public String cell(long row, int column) {
        int at = position(row);
        Events events = capture.timeline().events(at);
        int r = capture.timeline().row(at);
        return switch (column) {
            case 0 -> Stamps.text(events.clock(r), events.timeNs(r), capture.zone());
            case 1 -> events.kind(r).name().toLowerCase(Locale.ROOT);
            case 2 -> EventText.pid(events, r);
            case 3 -> EventText.comm(events, r);
            case 4 -> EventText.result(events, r);
            case 5 -> capture.text(capture.timeline().ref(at));
            default -> "";
        };
    }

    @Override
    public String style(long row) {
        int at = position(row);
        Events events = capture.timeline().events(at);
        return style(events, capture.timeline().row(at));
    }

    static String style(Events events, int row) {
        if (failed(events, row)) {
            return "error";
        }
        EventKind kind = events.kind(row);
        return kind == EventKind.LOST ? "warn" : kind == EventKind.MARK ? "quiet" : "";
    }

    static boolean failed(Events events, int row) {
        long priority = events.number(Fields.PRIORITY, row);
        long errno = events.number(Fields.ERRNO, row);
        return (priority != Events.NO_NUMBER && priority <= ERROR_PRIORITY) || (errno != Events.NO_NUMBER && errno > 0);
    }
}
