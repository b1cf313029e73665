package whence.source.logs.format;

import java.util.List;
import java.util.Locale;

/// Names of log levels, as the kernel's macros and functions carry them.
public final class Levels {
    private static final List<String> NAMES =
            List.of("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug");

    private Levels() {}

    static String ofDigit(char digit) {
        int level = digit - '0';
        return digit == 'c' ? "cont" : level >= 0 && level < NAMES.size() ? NAMES.get(level) : "";
    }

    static String ofMacro(String macro) {
        String name = macro.substring("KERN_".length()).toLowerCase(Locale.ROOT);
        return NAMES.contains(name) || name.equals("cont") ? name : "";
    }

    /// The level a wrapper's name tells: `pr_warn_ratelimited`, `netdev_err`, `btrfs_crit`.
    public static String ofName(String function) {
        for (String part : function.toLowerCase(Locale.ROOT).split("_", -1)) {
            switch (part) {
                case "emerg", "alert", "crit", "err", "notice", "info", "cont" -> {
                    return part;
                }
                case "error" -> {
                    return "err";
                }
                case "warn", "warning" -> {
                    return "warning";
                }
                case "dbg", "debug", "devel" -> {
                    return "debug";
                }
                default -> {}
            }
        }
        return "";
    }
}
