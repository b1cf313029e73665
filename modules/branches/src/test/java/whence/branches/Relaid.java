package whence.branches;

import java.util.SplittableRandom;

/// The same C text with other blanks, line ends and comments inside its braces.
public final class Relaid {
    private static final String[] GAPS = {
        " ", " ", "\t", "\n", "\n\n\t", "  ", " /* if (x) return -EIO; */ ", "\n// return 1;\n", " /* { */ "
    };

    private final String text;
    private final SplittableRandom random;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int depth;

    private Relaid(String text, long seed) {
        this.text = text;
        this.random = new SplittableRandom(seed);
    }

    public static String of(String text, long seed) {
        Relaid relaid = new Relaid(text, seed);
        while (relaid.at < text.length()) {
            relaid.next();
        }
        return relaid.out.toString();
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '#') {
            copy(directiveEnd());
        } else if (c == '"' || c == '\'') {
            copy(quoteEnd(c));
        } else if (text.startsWith("/*", at)) {
            comment(text.indexOf("*/", at + 2) + 2);
        } else if (text.startsWith("//", at)) {
            comment(lineEnd());
        } else if (Character.isWhitespace(c)) {
            gap();
        } else {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            copy(at + 1);
        }
    }

    private void copy(int end) {
        out.append(text, at, end);
        at = end;
    }

    private void comment(int end) {
        if (depth > 0) {
            out.append(' ');
            at = end;
        } else {
            copy(end);
        }
    }

    private void gap() {
        int end = at;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        boolean directive = end < text.length() && text.charAt(end) == '#';
        if (depth == 0 || directive) {
            copy(end);
        } else {
            out.append(GAPS[random.nextInt(GAPS.length)]);
            at = end;
        }
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int directiveEnd() {
        int end = lineEnd();
        while (end < text.length() && text.charAt(end - 1) == '\\') {
            int next = text.indexOf('\n', end + 1);
            end = next < 0 ? text.length() : next;
        }
        return Math.min(text.length(), end + 1);
    }

    private int quoteEnd(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), end + 1);
    }
}
