package whence.trail.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.evidence.Time;
import whence.timeline.Events;

/// A probe that the kernel or a tool refused to attach.
///
/// @param function the name it was to stand on
/// @param reason as the tool or the kernel says it; empty where it does not
/// @param definition as it was asked for: `kprobe:load_elf_binary`, `p:lab/byname load_elf_binary`
/// @param logged whether it is a line of the kernel log, which several artifacts may hold
public record Refusal(String function, String reason, String definition, Span span, Time time, boolean logged) {
    private static final Pattern BPFTRACE =
            Pattern.compile("Error attaching probe: '((?:k|kret)(?:probe|func)?[a-z]*:(?:\\w+:)?([\\w.]+))");
    private static final Pattern CANNOT = Pattern.compile("^cannot attach (?:kprobe|kretprobe|probe), (.*)");
    private static final Pattern ERROR_LOG =
            Pattern.compile("trace_\\w+: error: ([^\\n]+)\\n\\s*Command: ([pr]\\S*\\s+(?:\\w+:)?([\\w.]+)\\S*)");
    private static final Pattern NOTRACE = Pattern.compile("Could not probe (notrace function) ([\\w.]+)");
    private static final Pattern PERF =
            Pattern.compile("(?:Probe point|Failed to find symbol) '?([\\w.]+)'? (not found)?");
    private static final int LONGEST = 4096;

    /// Every refusal in tracers' output, in the order of the session.
    public static List<Refusal> all(Material material) {
        List<Refusal> all = new ArrayList<>();
        for (Material.Part part : material.parts()) {
            String reason = "";
            for (int row = 0; row < part.events().count(); row++) {
                EventKind kind = part.events().kind(row);
                if (kind == EventKind.TRACER || kind == EventKind.OUTPUT || kind == EventKind.OTHER) {
                    String text = raw(part, row);
                    Matcher cannot = CANNOT.matcher(text);
                    reason = cannot.find() ? cannot.group(1) : reason;
                    of(text, reason, part, row).ifPresent(all::add);
                } else if (kind == EventKind.KERNEL && part.events().length(row) < LONGEST) {
                    notrace(part, row).ifPresent(all::add);
                }
            }
        }
        return List.copyOf(all);
    }

    /// Whether a line of the kernel log tells of one.
    public static boolean tells(String text) {
        return NOTRACE.matcher(text).find();
    }

    private static Optional<Refusal> of(String text, String before, Material.Part part, int row) {
        Matcher bpftrace = BPFTRACE.matcher(text);
        if (bpftrace.find()) {
            return Optional.of(refusal(bpftrace.group(2), before, bpftrace.group(1), part, row));
        }
        Matcher log = ERROR_LOG.matcher(text);
        if (log.find()) {
            return Optional.of(refusal(log.group(3), log.group(1), log.group(2), part, row));
        }
        Matcher perf = PERF.matcher(text);
        return perf.find()
                ? Optional.of(refusal(perf.group(1), "not found", "perf probe " + perf.group(1), part, row))
                : Optional.empty();
    }

    private static Optional<Refusal> notrace(Material.Part part, int row) {
        String text = part.text(row);
        Matcher matcher = NOTRACE.matcher(text);
        return matcher.find()
                ? Optional.of(refusal(matcher.group(2), matcher.group(1), matcher.group(2), part, row))
                : Optional.empty();
    }

    private static Refusal refusal(String function, String reason, String definition, Material.Part part, int row) {
        Events events = part.events();
        return new Refusal(
                function,
                reason.strip(),
                definition,
                part.span(row),
                new Time(events.clock(row), events.timeNs(row), 1000),
                events.kind(row) == EventKind.KERNEL);
    }

    /// The bytes as they stand: a tracer's message may run over several lines.
    private static String raw(Material.Part part, int row) {
        int length = Math.min(part.events().length(row), LONGEST);
        return part.input().bytes().text(part.events().offset(row), length);
    }
}
