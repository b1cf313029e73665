package whence.source.logs.printer;

import java.util.Set;

/// Where the search for what stands before a message ends.
final class RootPrinters {
    /// These print the message as it is.
    static final Set<String> NAMES = Set.of("_printk", "vprintk", "vprintk_emit", "__warn_printk");

    private RootPrinters() {}

    /// What a printer whose body is nowhere to be read puts first: those that macros generate for each level name
    /// a device.
    static Wrapping unread(String name) {
        boolean device = name.startsWith("_dev_") || name.startsWith("dev_");
        return device ? Wrapping.DEVICE : name.startsWith("netdev_") ? Wrapping.INTERFACE : Wrapping.PLAIN;
    }
}
