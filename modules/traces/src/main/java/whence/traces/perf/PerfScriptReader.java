package whence.traces.perf;

import java.util.List;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;
import whence.traces.text.HintedClock;
import whence.traces.text.LineReader;

/// Reads `perf script`: samples with task, pid, processor, stamp and event, and the frames below each. Its stamps
/// are on [Clock#TRACE] unless the input's hints name a clock: perf's own can be chosen when recording (`-k`), and
/// the text does not say.
public final class PerfScriptReader extends LineReader {
    /// A reader without state.
    public PerfScriptReader() {
        super("perf-script");
    }

    @Override
    protected boolean shaped(byte[] text, int from, int to) {
        return to - from < SampleLine.LONGEST
                && SampleLine.matcher(latin(text, from, to)).matches();
    }

    @Override
    protected boolean tolerated(byte[] text, int from, int to) {
        return from == to
                || Samples.own(latin(text, from, Math.min(to, from + 80)))
                || SampleLine.frame(text, from, to)
                || (SampleLine.source(text, from, to) && !shaped(text, from, to));
    }

    @Override
    protected int surest() {
        return 92;
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return new Samples(HintedClock.of(input), events);
    }

    @Override
    public Detail detail(Input input, Events events, int row) {
        List<Detail> frames = lines(input, events, row)
                .lines()
                .skip(1)
                .map(line -> Detail.leaf("", line.strip()))
                .toList();
        List<Detail> parts =
                frames.isEmpty() ? List.of() : List.of(new Detail("stack", frames.size() + " lines", frames));
        return new Detail("sample", text(input, events, row), parts);
    }
}
