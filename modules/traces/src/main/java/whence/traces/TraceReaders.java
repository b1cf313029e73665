package whence.traces;

import java.util.List;
import whence.timeline.EventReader;
import whence.traces.bcc.BccReader;
import whence.traces.bcc.RetsnoopReader;
import whence.traces.bpftrace.BpftraceJsonReader;
import whence.traces.bpftrace.BpftraceReader;
import whence.traces.ftrace.FtraceReader;
import whence.traces.graph.FgraphReader;
import whence.traces.perf.PerfProbeReader;
import whence.traces.perf.PerfScriptReader;
import whence.traces.probes.ErrorLogReader;
import whence.traces.probes.KprobeEventsReader;
import whence.traces.probes.KprobeProfileReader;
import whence.traces.probes.KprobesListReader;
import whence.traces.strace.StraceReader;

/// Every reader of this module.
public final class TraceReaders {
    private TraceReaders() {}

    /// In no order; whoever opens a file asks each how sure it is.
    public static List<EventReader> all() {
        return List.of(
                new BpftraceReader(),
                new StraceReader(),
                new FtraceReader(),
                new KprobeEventsReader(),
                new KprobeProfileReader(),
                new KprobesListReader(),
                new ErrorLogReader(),
                new FgraphReader(),
                new PerfScriptReader(),
                new PerfProbeReader(),
                new BccReader(),
                new RetsnoopReader(),
                new BpftraceJsonReader());
    }
}
