package whence.trail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something the evidence does not say and the user is willing to say.
///
/// Written as text in notebooks and on the command line: `runs-failed-alike`, `is_test_type=0` (what a function
/// returned), `attr->prog_flags=0` (what an expression held).
public sealed interface Assumption {
    /// Several runs of one program that failed with the same errno took the same branch: their evidence may be
    /// pooled.
    Assumption RUNS_FAILED_ALIKE = new RunsFailedAlike();

    /// See [#RUNS_FAILED_ALIKE].
    record RunsFailedAlike() implements Assumption {
        @Override
        public String toString() {
            return "runs-failed-alike";
        }
    }

    /// What a function returned.
    record Returned(String function, long value) implements Assumption {
        @Override
        public String toString() {
            return function + "=" + value;
        }
    }

    /// What an expression of the function held.
    record Held(String expression, String value) implements Assumption {
        @Override
        public String toString() {
            return expression + "=" + value;
        }
    }

    Pattern RETURNED = Pattern.compile("([A-Za-z_]\\w*)(?:\\(\\))?=(-?\\d{1,18})");
    Pattern HELD = Pattern.compile("([A-Za-z_][\\w.>\\[\\]-]*)=(-?\\w+)");

    /// Reads what [#toString] wrote, and what a person would write; empty where it says nothing known.
    static Optional<Assumption> parse(String text) {
        String plain = text.strip();
        if (plain.toLowerCase(Locale.ROOT).replace(' ', '-').matches("(every-run|runs)-failed-alike")) {
            return Optional.of(RUNS_FAILED_ALIKE);
        }
        Matcher returned = RETURNED.matcher(plain);
        if (returned.matches()) {
            return Optional.of(new Returned(returned.group(1), Long.parseLong(returned.group(2))));
        }
        Matcher held = HELD.matcher(plain);
        return held.matches() ? Optional.of(new Held(held.group(1), held.group(2))) : Optional.empty();
    }
}
