package whence.traces.text;

import java.util.Locale;
import whence.evidence.Clock;
import whence.timeline.Input;

/// The clock of a trace whose text does not name it.
public final class HintedClock {
    private HintedClock() {}

    /// What the input's hints say: `clock`, or ftrace's `trace_clock`. Its `local`, `global` and `perf` all read the
    /// scheduler's clock of the processor, as printk does. [Clock#TRACE] where the hints say nothing.
    public static Clock of(Input input) {
        String hint = input.hints().getOrDefault(Input.CLOCK, "").toUpperCase(Locale.ROOT);
        for (Clock known : Clock.values()) {
            if (known.name().equals(hint)) {
                return known;
            }
        }
        return switch (input.hints().getOrDefault("trace_clock", "")) {
            case "boot" -> Clock.BOOTTIME;
            case "mono" -> Clock.MONOTONIC;
            case "local", "global", "perf" -> Clock.PRINTK;
            default -> Clock.TRACE;
        };
    }
}
