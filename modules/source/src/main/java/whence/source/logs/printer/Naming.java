package whence.source.logs.printer;

/// What a printer puts before a message that only the running kernel knows, so that no text of the source tells it.
public enum Naming {
    /// Nothing.
    NONE,
    /// Some name, of a subsystem or whatever a file is called.
    ANY,
    /// A network interface, perhaps with its driver and device before it: `eth0: `, `8139cp 0000:01:02.0 eth0: `.
    INTERFACE,
    /// A driver and its device, as `drivers/base/core.c` prints them: `usb 1-1: `.
    DEVICE;

    private static final int MOST_WORDS = 4;

    /// Whether the line begins with such a name that ends in `: `, perhaps with the name of a disk in brackets behind.
    ///
    /// @param offset behind the name
    public boolean introduces(byte[] line, int offset) {
        if (this == NONE || offset < 3 || line[offset - 1] != ' ') {
            return false;
        }
        int end = line[offset - 2] == ']' ? opening(line, offset - 2) - 1 : offset - 1;
        boolean colon = end >= 2 && line[end] == ' ' && line[end - 1] == ':' && line[end - 2] != ']';
        return colon
                && switch (this) {
                    case NONE -> false;
                    case ANY -> true;
                    case INTERFACE -> single(line, end - 1);
                    case DEVICE -> driver(line, end - 1);
                };
    }

    /// Where the bracket opens that is closed at an offset.
    private static int opening(byte[] line, int closed) {
        int at = closed;
        while (at > 0 && line[at] != '[') {
            at--;
        }
        return at;
    }

    /// Whether it is one name or three, what is said of its state in brackets aside, and no other is introduced in it.
    private static boolean single(byte[] line, int end) {
        int words = 1;
        for (int i = 1; i < end; i++) {
            if (line[i] == ' ' && line[i - 1] == ':') {
                return false;
            }
            words += line[i] == ' ' && line[i + 1] != '(' ? 1 : 0;
        }
        return words != 2;
    }

    /// Whether a driver stands before the device: a word that no colon ends. Either has few words.
    private static boolean driver(byte[] line, int end) {
        int words = 1;
        for (int i = 1; i < end; i++) {
            if (line[i] == ' ') {
                if (words == 1 && line[i - 1] == ':') {
                    return false;
                }
                words++;
            }
        }
        return words > 1 && words <= MOST_WORDS;
    }
}
