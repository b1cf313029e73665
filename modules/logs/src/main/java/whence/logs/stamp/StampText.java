package whence.logs.stamp;

import org.jspecify.annotations.Nullable;

/// Reads the stamps that journalctl, dmesg, syslog and the kernel put before a line. Each method takes the stamp and
/// leaves the cursor behind it, or gives null and leaves the cursor where it was.
public final class StampText {
    private static final long DAY_NS = 86_400_000_000_000L;

    private StampText() {}

    /// A stamp in brackets: seconds (with or without a step), a step alone, a date of any language.
    public static @Nullable Stamp bracketed(Cursor at) {
        int from = at.at();
        if (!at.take('[')) {
            return null;
        }
        Stamp stamp = inBrackets(at);
        if (stamp == null || !closes(at)) {
            at.to(from);
            return null;
        }
        return stamp;
    }

    private static @Nullable Stamp inBrackets(Cursor at) {
        at.blanks();
        if (at.take('<')) {
            return step(at);
        }
        if (at.take('+')) {
            return step(at);
        }
        int from = at.at();
        long ns = seconds(at);
        if (ns >= 0) {
            return new Stamp.Since(ns);
        }
        at.to(from);
        return DateText.loose(at);
    }

    private static @Nullable Stamp step(Cursor at) {
        at.blanks();
        long ns = seconds(at);
        at.take('>');
        return ns < 0 ? null : new Stamp.Step(ns);
    }

    /// The rest up to the bracket: blanks, and a step as in `<    0.000447 >`.
    private static boolean closes(Cursor at) {
        at.blanks();
        if (at.take('<')) {
            at.blanks();
            seconds(at);
            at.blanks();
            at.take('>');
        }
        return at.take(']');
    }

    /// `12.345678`, nanoseconds; -1 where it is none.
    static long seconds(Cursor at) {
        long whole = at.digits(10);
        if (whole < 0 || whole > Stamp.MOST_SECONDS || !at.take('.') || !at.digitHere()) {
            return -1;
        }
        return whole * 1_000_000_000 + at.nanoseconds();
    }

    /// A stamp without brackets: ISO 8601, `Fri 2026-11-20 22:53:21 CET`, `Nov 20 22:53:21`, seconds since 1970.
    public static @Nullable Stamp bare(Cursor at) {
        int from = at.at();
        Stamp stamp = at.digitHere() ? digitsFirst(at) : wordFirst(at);
        if (stamp == null) {
            at.to(from);
        }
        return stamp;
    }

    private static @Nullable Stamp digitsFirst(Cursor at) {
        int from = at.at();
        Stamp iso = DateText.iso(at);
        if (iso != null) {
            return iso;
        }
        at.to(from);
        long ns = seconds(at);
        if (ns >= 100_000_000_000_000_000L) {
            return new Stamp.Epoch(ns);
        }
        at.to(from);
        Stamp numbered = DateText.monthFirst(at);
        if (numbered != null) {
            return numbered;
        }
        at.to(from);
        return DateText.dayFirst(at);
    }

    private static @Nullable Stamp wordFirst(Cursor at) {
        int from = at.at();
        Stamp month = DateText.monthFirst(at);
        if (month != null) {
            return month;
        }
        at.to(from);
        String weekday = at.word("[]:=");
        if (weekday.isEmpty() || weekday.length() > 24 || at.blanks() != 1) {
            return null;
        }
        return at.digitHere() ? DateText.iso(at) : null;
    }

    /// `HH:MM[:SS[.fraction]]` as nanoseconds since midnight; -1 where it is none.
    static long timeOfDay(Cursor at) {
        long hour = at.digits(2);
        if (hour < 0 || !at.take(':')) {
            return -1;
        }
        long minute = at.digits(2);
        long second = 0;
        long ns = 0;
        if (at.take(':')) {
            second = at.digits(2);
            if ((at.peek() == '.' || at.peek() == ',') && Cursor.isDigit(at.peek(1))) {
                at.to(at.at() + 1);
                ns = at.nanoseconds();
            }
        }
        if (hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return -1;
        }
        return Math.min(((hour * 60 + minute) * 60 + second) * 1_000_000_000 + ns, DAY_NS - 1);
    }
}
