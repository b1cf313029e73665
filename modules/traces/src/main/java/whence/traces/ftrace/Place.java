package whence.traces.ftrace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a function as the kernel prints it: `bpf_prog_load+0x162/0xb00 [module]`. The offset and size are
/// those of the copy of the function that ran, which tells copies of one name apart.
///
/// @param size of the function, 0 where it is not printed
/// @param module empty for the kernel itself
public record Place(String function, long offset, long size, String module) {
    private static final Pattern SHAPE = Pattern.compile(
            "([\\w.$:]+)(?:\\+(0x[0-9a-f]+|\\d+)(?:/(0x[0-9a-f]+))?)?(?: \\[([^\\]]+)])?(?: <[0-9a-f]+>)?");

    /// Where a return goes back to while other probes wait for it too: the kernel says `[unknown/kretprobe'd]`.
    static final Place UNKNOWN = new Place("", 0, 0, "");

    /// Empty where the text is no such place: a bare address, say.
    public static Optional<Place> parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches() || text.strip().startsWith("0x")) {
            return Optional.empty();
        }
        String module = matcher.group(4);
        return Optional.of(new Place(
                matcher.group(1), number(matcher.group(2)), number(matcher.group(3)), module == null ? "" : module));
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        try {
            return Long.decode(digits);
        } catch (NumberFormatException tooLong) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return function + "+0x" + Long.toHexString(offset) + (size == 0 ? "" : "/0x" + Long.toHexString(size));
    }
}
