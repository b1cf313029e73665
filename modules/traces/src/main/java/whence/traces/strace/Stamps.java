package whence.traces.strace;

import whence.evidence.Clock;
import whence.timeline.Events;
import whence.timeline.Input;
import whence.traces.text.Calendar;

/// Places the stamps of one file on a clock.
final class Stamps {
    private final Calendar calendar;
    private long relativeNs;

    Stamps(Input input) {
        this.calendar = new Calendar(input);
    }

    Clock clock(Prefix prefix) {
        return switch (prefix.style) {
            case NONE -> Clock.NONE;
            case TIME_OF_DAY -> calendar.clock();
            case REALTIME -> Clock.REALTIME;
            case RELATIVE -> Clock.TRACE;
        };
    }

    /// Nanoseconds on that clock; call it once for each line that has a stamp.
    long time(Prefix prefix) {
        return switch (prefix.style) {
            case NONE -> Events.NO_TIME;
            case TIME_OF_DAY -> calendar.place(prefix.stampNs);
            case RELATIVE -> relativeNs += prefix.stampNs;
            case REALTIME -> prefix.stampNs;
        };
    }

    /// A line that is no event of its own takes part in counting what is relative.
    void pass(Prefix prefix) {
        if (prefix.style == Prefix.Style.RELATIVE) {
            relativeNs += prefix.stampNs;
        }
    }
}
