package whence.logs.line;

import whence.bytes.Watch;
import whence.logs.LogReader;
import whence.timeline.Events;
import whence.timeline.Input;

/// A reader of a log of lines that is all in its [Grammar]: nothing is added to what a line's head says.
public abstract class GrammarReader implements LogReader {
    private final String format;
    private final LineLog lines;

    protected GrammarReader(String format, Grammar grammar) {
        this.format = format;
        this.lines = new LineLog(grammar);
    }

    @Override
    public final String format() {
        return format;
    }

    @Override
    public final Events read(Input input, Watch watch) {
        return lines.read(input, watch, LineLog.NOTHING_MORE);
    }

    @Override
    public final byte[] logged(Input input, Events events, int row) {
        return lines.message(input, events, row);
    }
}
