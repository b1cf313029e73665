package whence.traces.ftrace;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.Input;

/// One firing of a kprobe or kretprobe: `prog_load_ret: (__sys_bpf+0x759/0x2820 <- bpf_prog_load) ret=-22`.
///
/// @param event name of the probe event
/// @param isReturn whether it is a return probe
/// @param place where it fired; for a return probe, where control goes back to. Functions that were inlined into the
///     caller do not show there
/// @param probed the function that returned; equal to the place's function for an entry probe
/// @param fetched what the definition fetched, in its order, as written; what a name means is the definition's alone
public record Hit(String event, boolean isReturn, Place place, String probed, Map<String, String> fetched) {
    private static final Pattern ENTRY =
            Pattern.compile("([^:(\\s]++): \\(([^()]{0,1100}?)(?: <- ([^()]{1,600}))?\\)(.*+)", Pattern.DOTALL);
    private static final Pattern FETCHED =
            Pattern.compile("(?<=^|\\s)([A-Za-z_]\\w*)=(\"(?:[^\"\\\\]++|\\\\.){0,2000}+\"|\\{[^}]{0,2000}\\}|\\S*)");

    private static final Set<String> TRAMPOLINES = Set.of(
            "return_to_handler",
            "ftrace_return_to_handler",
            "arch_rethook_trampoline",
            "__kretprobe_trampoline",
            "kretprobe_trampoline");

    public Hit {
        fetched = Collections.unmodifiableMap(new LinkedHashMap<>(fetched));
    }

    /// The hit of an event that the ftrace reader made; empty for other events.
    public static Optional<Hit> of(Input input, Events events, int row) {
        return switch (events.kind(row)) {
            case PROBE, RETURN -> {
                Span span = events.span(row);
                byte[] line = input.bytes().copy(span.offset(), (int) span.length());
                TaskColumns columns = new TaskColumns();
                int body = columns.read(line, 0, line.length) ? columns.body : 0;
                yield parse(new String(line, body, line.length - body, StandardCharsets.UTF_8));
            }
            default -> Optional.empty();
        };
    }

    /// A hit from the text behind the stamp.
    public static Optional<Hit> parse(String text) {
        Matcher matcher = ENTRY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String probed = matcher.group(3);
        return Place.parse(matcher.group(2))
                .or(() -> Optional.ofNullable(probed).map(known -> Place.UNKNOWN))
                .map(place -> new Hit(
                        matcher.group(1),
                        probed != null,
                        place,
                        probed == null ? place.function() : probed(probed),
                        fetched(matcher.group(4))));
    }

    /// With the option `sym-addr` the address stands behind the function.
    private static String probed(String text) {
        return Place.parse(text).map(Place::function).orElse(text.strip());
    }

    private static Map<String, String> fetched(String text) {
        Map<String, String> fetched = new LinkedHashMap<>();
        Matcher matcher = FETCHED.matcher(text);
        while (matcher.find()) {
            fetched.putIfAbsent(matcher.group(1), matcher.group(2));
        }
        return fetched;
    }

    /// Where a return goes back to; empty for an entry, and where the kernel's own trampoline stands in its place, as
    /// it does when several probes wait for one return.
    public Optional<Place> caller() {
        return isReturn && !place.equals(Place.UNKNOWN) && !TRAMPOLINES.contains(place.function())
                ? Optional.of(place)
                : Optional.empty();
    }

    /// Function that was probed, on entry or return.
    public String function() {
        return probed;
    }

    /// The 64 bits that were fetched under a name, where the text is a number.
    public OptionalLong number(String name) {
        String text = fetched.get(name);
        try {
            if (text == null) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(
                    text.startsWith("0x") ? Long.parseUnsignedLong(text, 2, text.length(), 16) : decimal(text));
        } catch (NumberFormatException none) {
            return OptionalLong.empty();
        }
    }

    private static long decimal(String text) {
        return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    }
}
