package whence.traces.ftrace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.bytes.Lines;
import whence.timeline.Input;

/// A line of `kprobe_events`, or of what was asked of it: `r10:lab/prog_load_ret bpf_prog_load ret=$retval:s32`.
///
/// @param kind `p` entry, `r` return, `f` fprobe, `t` tracepoint, `e` event probe, `-` removal
/// @param maxActive instances of a return probe that may be under way, 0 where not said; more of them are missed
/// @param symbol what is probed; null where the file gives only an address, which the kernel prints hashed (`%p`) and
///     which therefore says nothing
/// @param fetched name of each fetched argument and its expression, in order
public record ProbeDefinition(
        char kind,
        int maxActive,
        String group,
        String event,
        @Nullable String symbol,
        long offset,
        Map<String, String> fetched) {
    private static final Pattern SHAPE =
            Pattern.compile("([prfte-])(\\d*)(?::(?:([^/\\s]+)/)?([^\\s]*))?(?:\\s+(\\S+))?(\\s.*)?", Pattern.DOTALL);
    private static final Pattern SYMBOL = Pattern.compile("([^+%]+?)(?:\\+(0x[0-9a-fA-F]+|\\d+))?(?:%return)?");

    public ProbeDefinition {
        fetched = Collections.unmodifiableMap(new LinkedHashMap<>(fetched));
    }

    /// Empty where the line defines no probe.
    public static Optional<ProbeDefinition> parse(String line) {
        Matcher matcher = SHAPE.matcher(line.strip());
        if (!matcher.matches() || (matcher.group(4) == null && matcher.group(5) == null)) {
            return Optional.empty();
        }
        String target = matcher.group(5) == null ? "" : matcher.group(5);
        Matcher symbol = SYMBOL.matcher(target);
        boolean named = symbol.matches() && !target.startsWith("0x");
        boolean returns = target.endsWith("%return");
        return Optional.of(new ProbeDefinition(
                returns ? 'r' : matcher.group(1).charAt(0),
                matcher.group(2).isEmpty() || matcher.group(2).length() > 9 ? 0 : Integer.parseInt(matcher.group(2)),
                matcher.group(3) == null ? "kprobes" : matcher.group(3),
                matcher.group(4) == null ? "" : matcher.group(4),
                named ? symbol.group(1) : null,
                named && symbol.group(2) != null ? offset(symbol.group(2)) : 0,
                matcher.group(6) == null ? Map.of() : fetched(matcher.group(6))));
    }

    private static long offset(String text) {
        try {
            return Long.decode(
                    text.startsWith("0") && !text.startsWith("0x") ? text.replaceFirst("^0+(?=.)", "") : text);
        } catch (NumberFormatException tooLong) {
            return 0;
        }
    }

    private static Map<String, String> fetched(String text) {
        Map<String, String> fetched = new LinkedHashMap<>();
        int position = 1;
        for (String word : text.strip().split("\\s+", -1)) {
            int equals = word.indexOf('=');
            if (!word.isEmpty()) {
                fetched.put(equals > 0 ? word.substring(0, equals) : "arg" + position, word.substring(equals + 1));
                position++;
            }
        }
        return fetched;
    }

    /// Every definition in a `kprobe_events` file.
    public static List<ProbeDefinition> all(Input input) {
        List<ProbeDefinition> all = new ArrayList<>();
        Lines lines = new Lines(input.bytes());
        while (lines.next()) {
            if (lines.end() - lines.start() < 1 << 16) {
                parse(lines.text()).ifPresent(all::add);
            }
        }
        return all;
    }

    public boolean isReturn() {
        return kind == 'r';
    }
}
