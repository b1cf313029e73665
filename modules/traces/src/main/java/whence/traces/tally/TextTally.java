package whence.traces.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an entry as bpftrace prints it as text.
final class TextTally {
    private static final Pattern STATS =
            Pattern.compile("count (\\d{1,18}), average (-?\\d{1,18}), total (-?\\d{1,18})");
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,20}");

    private TextTally() {}

    static Optional<Tally> parse(String text) {
        int name = 0;
        while (name < text.length() && "[: \n".indexOf(text.charAt(name)) < 0) {
            name++;
        }
        if (!text.startsWith("@") || name == text.length()) {
            return Optional.empty();
        }
        if (text.charAt(name) != '[') {
            String rest = text.charAt(name) == ':' ? text.substring(name + 1) : "";
            return Optional.of(new Tally(text.substring(0, name), "", amount(rest)));
        }
        int close = keyEnd(text, name + 1);
        return close < 0
                ? Optional.empty()
                : Optional.of(new Tally(
                        text.substring(0, name), text.substring(name + 1, close), amount(text.substring(close + 2))));
    }

    /// Place of the `]` that closes the key. Strings in a key may hold `]: ` themselves: it is the last one where a
    /// number or a table follows that, otherwise the first.
    private static int keyEnd(String text, int from) {
        int first = text.indexOf("]:", from);
        int last = text.lastIndexOf("]:");
        boolean definite = last > first
                && !(amount(text.substring(last + 2)) instanceof Amount.Written other
                        && !PLAIN.matcher(other.text()).matches());
        return definite ? last : first;
    }

    private static Amount amount(String text) {
        List<Bucket> buckets = new ArrayList<>();
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (String line : lines) {
            bucket(line).ifPresent(buckets::add);
        }
        if (!buckets.isEmpty() && buckets.size() == lines.size()) {
            return new Amount.Histogram(buckets);
        }
        Matcher stats = STATS.matcher(text.strip());
        if (stats.matches()) {
            return new Amount.Stats(number(stats, 1), number(stats, 2), number(stats, 3));
        }
        boolean below = text.stripTrailing().startsWith(" \n") || text.startsWith("\n");
        return below && !lines.isEmpty() ? new Amount.Stack(lines) : new Amount.Written(text.strip());
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }

    /// `[4K, 8K)   12 |@@@@    |`, `[1]  3 |@  |`, `(..., 0)  1 |@  |`, `[100, ...)  7 |@@ |`.
    private static Optional<Bucket> bucket(String line) {
        int close = Math.max(line.indexOf(')'), line.indexOf(']'));
        int bar = line.indexOf('|');
        boolean shaped =
                close > 1 && bar > close && line.endsWith("|") && (line.charAt(0) == '[' || line.charAt(0) == '(');
        if (!shaped) {
            return Optional.empty();
        }
        String count = line.substring(close + 1, bar).strip();
        if (!count.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        String[] bounds = line.substring(1, close).split(", ", 2);
        OptionalLong from = Scaled.parse(bounds[0]);
        OptionalLong below = bounds.length == 2 ? Scaled.parse(bounds[1]) : OptionalLong.of(from.orElse(0) + 1);
        return Optional.of(new Bucket(from, below, Long.parseLong(count)));
    }

    /// Numbers in powers of 1024: `4K`, `512M`.
    private static final class Scaled {
        private static final Pattern SHAPE = Pattern.compile("(-?\\d{1,18})([KMGTPE]?)");

        static OptionalLong parse(String text) {
            Matcher matcher = SHAPE.matcher(text);
            if (!matcher.matches()) {
                return OptionalLong.empty();
            }
            int unit = matcher.group(2).isEmpty() ? 0 : 1 + "KMGTPE".indexOf(matcher.group(2));
            long number = Long.parseLong(matcher.group(1));
            long value = number << (10 * unit);
            return value >> (10 * unit) == number ? OptionalLong.of(value) : OptionalLong.empty();
        }
    }
}
