package whence.cli.text;

import java.io.PrintWriter;

/// Prints indented, wrapped text. Control characters of what was captured never reach the terminal.
public final class Page {
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final Ink ink;

    public Page(PrintWriter out, Ink ink) {
        this.out = out;
        this.ink = ink;
    }

    public Ink ink() {
        return ink;
    }

    public void blank() {
        out.println();
    }

    /// One line as it is.
    public void line(String line) {
        out.println(line);
    }

    /// Words wrapped at the page's width; `first` begins the first line, `indent` the others.
    public void wrapped(String first, String indent, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : safe(text).strip().split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line.setLength(0);
                line.append(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line);
    }

    /// Lines to be copied, each behind `indent`, never wrapped.
    public void verbatim(String indent, String text) {
        text.stripTrailing().lines().forEach(line -> out.println(indent + safe(line)));
    }

    /// What was captured may hold escape sequences; shown as `\xNN` they do nothing.
    public static String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\n' || (c >= ' ' && c < 0x7f) || c > 0x9f) {
                safe.append(c);
            } else {
                safe.append("\\x").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return safe.toString();
    }
}
