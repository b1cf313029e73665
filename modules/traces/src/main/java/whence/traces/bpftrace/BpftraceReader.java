package whence.traces.bpftrace;

import java.util.List;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;
import whence.traces.columns.Inference;
import whence.traces.tally.Tally;
import whence.traces.text.LineCursor;
import whence.traces.text.TraceReader;

/// Reads what a bpftrace script printed as text. The columns are the script's own: the hint `columns` names them,
/// or a header row does, or they are found in the rows.
///
/// Stamps: ten and more digits are nanoseconds, on CLOCK_BOOTTIME as bpftrace's `nsecs` is since 0.16, or since 1970
/// where they are large enough; a time of day beside them is kept as a field.
public final class BpftraceReader extends TraceReader {
    /// A reader without state.
    public BpftraceReader() {
        super("bpftrace");
    }

    @Override
    public int sniff(Bytes head, String name) {
        LineCursor lines = new LineCursor(head, Watch.NONE);
        boolean diagnostic = false;
        for (int looked = 0; looked < 20 && lines.next(); looked++) {
            byte[] text = lines.array();
            if (BpftraceNotices.banner(text, lines.from(), lines.to())) {
                return 95;
            }
            diagnostic |= BpftraceNotices.diagnostic(text, lines.from(), lines.to());
            if (BpftraceNotices.bpftraces(text, lines.from(), lines.to())
                    || (diagnostic && BpftraceNotices.tildes(text, lines.from(), lines.to()))) {
                return 88;
            }
        }
        return Inference.of(Samples.rows(head)).isPresent() ? 40 : 0;
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        BpftraceLines reading = new BpftraceLines(input, events, Samples.layout(input));
        return line -> reading.line(line.array(), line.from(), line.to(), line.number(), line.offset(), line.length());
    }

    @Override
    public String text(Input input, Events events, int row) {
        List<Tally> tallies = Tally.of(input, events, row);
        return tallies.isEmpty()
                ? super.text(input, events, row)
                : tallies.getFirst().line();
    }

    @Override
    public Detail detail(Input input, Events events, int row) {
        List<Tally> tallies = Tally.of(input, events, row);
        if (!tallies.isEmpty()) {
            return tallies.getFirst().detail();
        }
        List<Detail> below = lines(input, events, row)
                .lines()
                .skip(1)
                .map(line -> Detail.leaf("", line.strip()))
                .toList();
        return new Detail("text", text(input, events, row), below);
    }
}
