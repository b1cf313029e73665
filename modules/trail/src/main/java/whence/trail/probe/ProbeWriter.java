package whence.trail.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import whence.branches.NextProbe;
import whence.branches.syntax.FunctionText;
import whence.trail.Trail;
import whence.trail.verdict.Judged;

/// Writes an observation as text to paste: for bpftrace, for perf, and for kprobe_events.
///
/// Every text also probes the function around it and what it returned, so that one sees which call an observation
/// belongs to.
final class ProbeWriter {
    private final String around;
    private final Judged judged;
    private final List<FunctionText.Parameter> parameters;

    /// @param around symbol of the function to split, or of the call that runs it
    /// @param parameters of the function to split
    ProbeWriter(String around, Judged judged, List<FunctionText.Parameter> parameters) {
        this.around = around;
        this.judged = judged;
        this.parameters = List.copyOf(parameters);
    }

    List<Trail.NextProbe> write(NextProbe probe) {
        String splits = splits(probe);
        return switch (probe.what()) {
            case "entry" -> entry(probe.target(), splits);
            case "return" -> returned(probe.target(), splits);
            case "inside" -> inside(List.of(probe.target().split(", ")), splits);
            case "argument" -> argument(probe.target(), splits);
            default -> List.of();
        };
    }

    private List<Trail.NextProbe> entry(String callee, String splits) {
        return List.of(
                bpftrace("kprobe:" + callee + " /@in[tid]/ { printf(\"%d " + callee + "\\n\", tid) }", splits),
                events("p:whence/" + callee + " " + callee, splits),
                perf(callee, splits));
    }

    private List<Trail.NextProbe> returned(String callee, String splits) {
        return List.of(
                bpftrace(
                        "kretprobe:" + callee + " /@in[tid]/ { printf(\"%d " + callee + "=%d\\n\", tid, retval) }",
                        splits),
                events("r:whence/" + callee + "_ret " + callee + " ret=$retval", splits),
                perf("'" + callee + "%return ret=$retval'", splits));
    }

    private List<Trail.NextProbe> inside(List<String> places, String splits) {
        String probes = places.stream().map(place -> "kprobe:" + place).collect(Collectors.joining(", "));
        return List.of(
                bpftrace(probes + " /@in[tid]/ { printf(\"%d %s\\n\", tid, probe) }", splits),
                events(
                        places.stream()
                                .map(place -> "p:whence/" + place.replaceAll("\\W+", "_") + " " + place)
                                .collect(Collectors.joining("\n")),
                        splits),
                perf(String.join(" --add ", places), splits));
    }

    /// Parameters that are numbers can be fetched anywhere; what they point to needs debug information, which perf
    /// reads.
    private List<Trail.NextProbe> argument(String condition, String splits) {
        Arguments arguments = Arguments.of(condition, parameters);
        List<Trail.NextProbe> written = new ArrayList<>();
        if (arguments.plain()) {
            String fetched = arguments.fetched((name, number) -> name + "=$arg" + (number + 1));
            String print = arguments.fetched((name, number) -> name + "=%ld");
            String values =
                    arguments.fetched((name, number) -> ", arg" + number).replace(" ,", ",");
            written.add(new Trail.NextProbe(
                    "bpftrace -e 'kprobe:" + judged.function() + " { printf(\"%d " + print + "\\n\", tid" + values
                            + ") } kretprobe:" + judged.function() + " { printf(\"%d ret=%d\\n\", tid, retval) }'",
                    "bpftrace",
                    splits));
            written.add(events("p:whence/" + judged.function() + "_args " + judged.function() + " " + fetched, splits));
        }
        if (!arguments.places().isEmpty()) {
            written.add(perf("'" + judged.function() + " " + String.join(" ", arguments.places()) + "'", splits));
        }
        return written;
    }

    private Trail.NextProbe bpftrace(String observation, String splits) {
        return new Trail.NextProbe(
                "bpftrace -e 'kprobe:" + around + " { @in[tid] = 1 } " + observation + " kretprobe:" + around
                        + " { printf(\"%d ret=%d\\n\", tid, retval); delete(@in[tid]) }'",
                "bpftrace",
                splits);
    }

    private Trail.NextProbe events(String observation, String splits) {
        return new Trail.NextProbe(
                "p:whence/" + around + " " + around + "\nr:whence/" + around + "_ret " + around + " ret=$retval:s32\n"
                        + observation,
                "kprobe_events",
                splits);
    }

    private Trail.NextProbe perf(String observation, String splits) {
        return new Trail.NextProbe(
                "perf probe --add " + around + " --add '" + around + "%return ret=$retval' --add " + observation
                        + "\nperf record -e 'probe:*' -a -- sleep 60 && perf script",
                "perf",
                splits);
    }

    /// `Hit: kernel/bpf/syscall.c:2581 left. Not hit: kernel/bpf/syscall.c:2548 left.`
    private static String splits(NextProbe probe) {
        return probe.outcomes().stream().map(ProbeWriter::outcome).collect(Collectors.joining(" "));
    }

    private static String outcome(NextProbe.Outcome outcome) {
        String name = outcome.outcome();
        String places = outcome.exits().stream()
                .map(exit -> exit.file() + ":" + exit.line())
                .distinct()
                .collect(Collectors.joining(", "));
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": " + places + " left.";
    }
}
