package whence.traces.text;

import java.util.Locale;
import whence.evidence.Clock;
import whence.timeline.Input;

/// The clock of a trace whose text does not name it.
public final class HintedClock {
    private HintedClock() {}

    /// What the input's hints say; [Clock#TRACE] where they say nothing.
    public static Clock of(Input input) {
        String hint = input.hints().getOrDefault(Input.CLOCK, "").toUpperCase(Locale.ROOT);
        for (Clock known : Clock.values()) {
            if (known.name().equals(hint)) {
                return known;
            }
        }
        return Clock.TRACE;
    }
}
