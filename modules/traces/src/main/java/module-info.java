/// Readers of traces: strace, bpftrace, ftrace, perf, the BCC tools.
@org.jspecify.annotations.NullMarked
module whence.traces {
    requires static transitive org.jspecify;
    requires transitive whence.timeline;
    requires tools.jackson.databind;

    exports whence.traces;
    exports whence.traces.ftrace;
    exports whence.traces.strace;
    exports whence.traces.strace.value;
    exports whence.traces.tally;
}
