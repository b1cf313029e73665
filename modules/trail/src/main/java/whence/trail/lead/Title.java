package whence.trail.lead;

/// A text as the title of a lead: one line, and no longer than a reader takes in. The lead's span has all of it.
final class Title {
    private static final int LONGEST = 240;

    private Title() {}

    static String of(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).stripTrailing() + " …";
    }
}
