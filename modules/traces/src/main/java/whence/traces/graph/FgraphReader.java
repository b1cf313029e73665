package whence.traces.graph;

import whence.timeline.EventsBuilder;
import whence.timeline.Input;
import whence.traces.text.Ascii;
import whence.traces.text.HintedClock;
import whence.traces.text.LineReader;

/// Reads the function graph tracer: a function that is entered is a [EventKind#PROBE], its closing brace a
/// [EventKind#RETURN] named after the entry of the same task; a function that calls none stands on one line and is a
/// PROBE with its duration. Processors interleave. Results are there where `funcgraph-retval` was on; a function that
/// returns nothing shows garbage then.
public final class FgraphReader extends LineReader {
    /// A reader without state.
    public FgraphReader() {
        super("fgraph");
    }

    @Override
    protected boolean shaped(byte[] text, int from, int to) {
        return new GraphLine().read(text, from, to);
    }

    @Override
    protected boolean tolerated(byte[] text, int from, int to) {
        int at = Ascii.skipSpaces(text, from, to);
        return at == to || text[from] == '#' || text[at] == '-' || new GraphLine().readSwitch(text, from, to);
    }

    @Override
    protected int surest() {
        return 98;
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return new Graph(HintedClock.of(input), events);
    }
}
