package whence.source.logs;

import java.util.Set;

/// Where the search for what stands before a message ends.
final class RootPrinters {
    /// These print the message as it is.
    static final Set<String> NAMES = Set.of("_printk", "vprintk", "vprintk_emit", "__warn_printk");

    private RootPrinters() {}

    /// Whether a printer whose body is nowhere to be read is one that names a device first, as those that macros
    /// generate for each level do.
    static boolean device(String name) {
        return name.startsWith("_dev_") || name.startsWith("dev_") || name.startsWith("netdev_");
    }
}
