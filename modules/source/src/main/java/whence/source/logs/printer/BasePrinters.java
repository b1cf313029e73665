package whence.source.logs.printer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the search for what prints begins: the functions of `kernel/printk`, and the interface that an excerpt uses
/// without carrying it. In a whole tree the rest is found.
final class BasePrinters {
    /// What takes a format and a `va_list`.
    static final Set<String> LISTS = Set.of("vprintk", "vprintk_emit", "vprintk_store", "dev_vprintk_emit");

    private static final List<String> LEVELS = List.of(
            "emerg", "alert", "crit", "err", "warn", "warning", "notice", "info", "debug", "dbg", "cont", "devel");
    private static final List<String> SUFFIXES = List.of("", "_once", "_ratelimited");

    private BasePrinters() {}

    private static final Map<String, Integer> ALL = Map.copyOf(gathered());

    /// Names and the position of their format.
    static Map<String, Integer> all() {
        return ALL;
    }

    private static Map<String, Integer> gathered() {
        Map<String, Integer> all = new HashMap<>();
        for (String plain : List.of(
                "printk", "_printk", "vprintk", "panic", "printk_once", "printk_deferred", "printk_ratelimited")) {
            all.put(plain, 0);
        }
        for (String level : LEVELS) {
            for (String suffix : SUFFIXES) {
                all.put("pr_" + level + suffix, 0);
                all.put("dev_" + level + suffix, 1);
                all.put("netdev_" + level + suffix, 1);
            }
            all.put("_dev_" + level, 1);
            all.put("netif_" + level, 3);
        }
        all.put("vprintk_emit", 3);
        all.put("dev_printk", 2);
        all.put("_dev_printk", 2);
        all.put("dev_err_probe", 2);
        all.put("WARN", 1);
        all.put("WARN_ONCE", 1);
        all.put("__warn_printk", 0);
        return all;
    }
}
