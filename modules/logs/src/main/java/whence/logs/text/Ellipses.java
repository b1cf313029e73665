package whence.logs.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import whence.logs.LogFields;
import whence.logs.line.Sgr;
import whence.timeline.EventsBuilder;

/// Tells which lines journalctl cut to the width of a terminal. Such a line holds an ellipsis and is as wide as the
/// widest line of all; programs write ellipses too, but at any width. Three dots (a locale without UTF-8) count only
/// where two lines or more agree.
final class Ellipses {
    // U+2026 in UTF-8, a char a byte.
    private static final String ELLIPSIS = "\u00e2\u0080\u00a6";
    private static final String DOTS = "...";

    private final List<Integer> ellipses = new ArrayList<>();
    private final List<Integer> dots = new ArrayList<>();
    private int widest;

    void line(int row, String line) {
        int width = width(line);
        if (width < widest) {
            return;
        }
        if (width > widest) {
            widest = width;
            ellipses.clear();
            dots.clear();
        }
        if (line.contains(ELLIPSIS)) {
            ellipses.add(row);
        } else if (line.contains(DOTS)) {
            dots.add(row);
        }
    }

    void mark(EventsBuilder builder) {
        ellipses.forEach(row -> builder.set(LogFields.SHORTENED, row, 1));
        if (dots.size() > 1) {
            dots.forEach(row -> builder.set(LogFields.SHORTENED, row, 1));
        }
    }

    /// Characters of a line in UTF-8 that is given a char a byte, without colours.
    private static int width(String line) {
        String shown = line.indexOf('\u001b') < 0
                ? line
                : new String(Sgr.strip(line.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
        int width = 0;
        for (int i = 0; i < shown.length(); i++) {
            width += (shown.charAt(i) & 0xc0) == 0x80 ? 0 : 1;
        }
        return width;
    }
}
