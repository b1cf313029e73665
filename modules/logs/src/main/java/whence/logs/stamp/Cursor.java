package whence.logs.stamp;

/// A place in the head of a line, one char a byte (ISO 8859-1), so that offsets are offsets in bytes. Methods that
/// take something move behind it, and stay where they are if it is not there.
public final class Cursor {
    private final String line;
    private int at;

    public Cursor(String line, int at) {
        this.line = line;
        this.at = at;
    }

    public int at() {
        return at;
    }

    public void to(int place) {
        at = place;
    }

    public char peek() {
        return peek(0);
    }

    /// The char `ahead` of here; NUL behind the end.
    public char peek(int ahead) {
        return at + ahead < line.length() ? line.charAt(at + ahead) : 0;
    }

    public boolean atEnd() {
        return at >= line.length();
    }

    public boolean take(char c) {
        if (peek() != c || atEnd()) {
            return false;
        }
        at++;
        return true;
    }

    public boolean take(String text) {
        if (!line.startsWith(text, at)) {
            return false;
        }
        at += text.length();
        return true;
    }

    /// Takes blanks; says how many.
    public int blanks() {
        int from = at;
        while (peek() == ' ') {
            at++;
        }
        return at - from;
    }

    public boolean digitHere() {
        return isDigit(peek());
    }

    /// Takes up to `most` digits; -1 and nothing taken where there is none.
    public long digits(int most) {
        if (!digitHere()) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < most && digitHere(); i++) {
            number = number * 10 + (line.charAt(at++) - '0');
        }
        return number;
    }

    /// Takes digits after a decimal sign as nanoseconds; 0 where there are none.
    public long nanoseconds() {
        long ns = 0;
        long unit = 100_000_000;
        while (digitHere()) {
            ns += (line.charAt(at++) - '0') * unit;
            unit /= 10;
        }
        return ns;
    }

    /// Takes everything up to a blank or one of `stops`.
    public String word(String stops) {
        int from = at;
        while (!atEnd() && peek() != ' ' && stops.indexOf(peek()) < 0) {
            at++;
        }
        return line.substring(from, at);
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
