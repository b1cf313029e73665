package whence.source.printk;

/// One statement that prints, as the running kernel lists it.
///
/// @param level `err`, `info`, …; `cont` where it goes on with a line; empty for the default
/// @param path of the file in the tree it was built from
/// @param function it stands in
/// @param format with what the subsystem puts before it, escapes decoded, the line end kept
public record PrintkEntry(String level, String path, int line, String function, String format) {
    @Override
    public String toString() {
        return function + " at " + path + ":" + line;
    }
}
