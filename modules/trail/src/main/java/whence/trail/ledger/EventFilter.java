package whence.trail.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A filter on trace events, as far as task and program decide it. The language is that of the kernel's event
/// filters (Documentation/trace/events.rst, 5.1) and of bpftrace's predicates.
///
/// What it does not know stays undecided: a filter is taken to let a task through only where it must.
public final class EventFilter {
    /// What a session writes that knows there was none.
    public static final String NONE = "none";

    private static final Pattern WORD =
            Pattern.compile("\\s*(\"[^\"]*\"|&&|\\|\\||[=!<>]=|[()!~<>&/]|[^\\s()!~<>=&|/\"]+)");

    private final List<String> words;
    private final String comm;
    private final int tid;
    private int at;

    private EventFilter(List<String> words, String comm, int tid) {
        this.words = words;
        this.comm = comm;
        this.tid = tid;
    }

    /// Whether a hit of this task passes; empty where the filter asks for more than that, or cannot be read.
    public static Optional<Boolean> passes(String filter, String comm, int tid) {
        if (filter.strip().equals(NONE)) {
            return Optional.of(true);
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(filter.strip().replaceAll("^/|/$", ""));
        int end = 0;
        while (word.lookingAt()) {
            words.add(word.group(1));
            end = word.end();
            word.region(end, word.regionEnd());
        }
        EventFilter parsed = new EventFilter(words, comm, tid);
        Optional<Boolean> result = parsed.either();
        return parsed.at == words.size() ? result : Optional.empty();
    }

    private Optional<Boolean> either() {
        Optional<Boolean> result = both();
        while (take("||")) {
            Optional<Boolean> other = both();
            result = decided(result, true) || decided(other, true)
                    ? Optional.of(true)
                    : result.isPresent() && other.isPresent() ? Optional.of(false) : Optional.empty();
        }
        return result;
    }

    private Optional<Boolean> both() {
        Optional<Boolean> result = term();
        while (take("&&")) {
            Optional<Boolean> other = term();
            result = decided(result, false) || decided(other, false)
                    ? Optional.of(false)
                    : result.isPresent() && other.isPresent() ? Optional.of(true) : Optional.empty();
        }
        return result;
    }

    private static boolean decided(Optional<Boolean> value, boolean as) {
        return value.isPresent() && value.get() == as;
    }

    private Optional<Boolean> term() {
        if (take("!")) {
            return term().map(value -> !value);
        }
        if (take("(")) {
            Optional<Boolean> inside = either();
            return take(")") ? inside : Optional.empty();
        }
        String field = next();
        String operator = next();
        String value = next().replaceAll("^\"|\"$", "");
        return switch (field) {
            case "comm", "common_comm" -> compared(operator, comm, value);
            case "tid", "common_pid" -> tid < 0 ? Optional.empty() : compared(operator, String.valueOf(tid), value);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> compared(String operator, String actual, String value) {
        if (actual.isEmpty()) {
            return Optional.empty();
        }
        return switch (operator) {
            case "==" -> Optional.of(actual.equals(value));
            case "!=" -> Optional.of(!actual.equals(value));
            case "~" ->
                Optional.of(actual.matches(
                        Pattern.quote(value).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q")));
            default -> Optional.empty();
        };
    }

    private boolean take(String word) {
        boolean here = at < words.size() && words.get(at).equals(word);
        at += here ? 1 : 0;
        return here;
    }

    private String next() {
        return at < words.size() ? words.get(at++) : "";
    }
}
