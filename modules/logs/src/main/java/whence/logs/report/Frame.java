package whence.logs.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a function: `load_module+0x1f0/0x2f0 [dummy]`.
///
/// @param offset in bytes from the function's start
/// @param size of the function in bytes, 0 where the line does not say
/// @param module empty for the kernel itself
/// @param uncertain marked `?`: an address that lay on the stack, not proven to be a caller
public record Frame(String function, long offset, long size, String module, boolean uncertain) {
    private static final Pattern PLACE = Pattern.compile(
            "(\\? )?\\(?([A-Za-z_.$][\\w.$]*)\\+0x([0-9a-f]{1,12})(?:/0x([0-9a-f]{1,12}))?\\)?(?: \\[([\\w-]+)[^\\]]*\\])?");

    /// The first place that a text names.
    static Optional<Frame> in(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.find()) {
            return Optional.empty();
        }
        return Optional.of(new Frame(
                place.group(2),
                Long.parseLong(place.group(3), 16),
                place.group(4) == null ? 0 : Long.parseLong(place.group(4), 16),
                place.group(5) == null ? "" : place.group(5),
                place.group(1) != null));
    }
}
