package whence.logs.stamp;

import org.jspecify.annotations.Nullable;

/// Reads dates with times of day. On failure the cursor may stand anywhere.
final class DateText {
    private DateText() {}

    /// `2026-11-20T22:53:29,078290+01:00`, or with a blank and a zone: `2026-11-20 22:53:21 CET`.
    static @Nullable Stamp iso(Cursor at) {
        int from = at.at();
        long year = at.digits(4);
        if (at.at() - from != 4 || !at.take('-')) {
            return null;
        }
        long month = at.digits(2);
        if (!at.take('-')) {
            return null;
        }
        long day = at.digits(2);
        boolean blank = at.peek() == ' ';
        if (!at.take('T') && !at.take(' ')) {
            return null;
        }
        long ns = StampText.timeOfDay(at);
        if (ns < 0 || !isDate(month, day)) {
            return null;
        }
        return new Stamp.Calendar((int) year, (int) month, (int) day, ns, zone(at, blank), false);
    }

    /// `Z`, `+01:00`, `+0100` right behind, or behind a blank an abbreviation in capitals.
    private static @Nullable String zone(Cursor at, boolean blank) {
        if (at.take('Z')) {
            return "Z";
        }
        if (at.peek() == '+' || at.peek() == '-') {
            return at.word("[]");
        }
        char first = at.peek(1);
        if (!blank || at.peek() != ' ' || !((first >= 'A' && first <= 'Z') || first == '+' || first == '-')) {
            return null;
        }
        int from = at.at();
        at.blanks();
        String word = at.word("[]");
        if (word.length() >= 2 && word.length() <= 6 && word.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
            return word;
        }
        at.to(from);
        return null;
    }

    /// `Nov 20 22:53:21[.420769]`, or of dmesg's reltime `Nov20 22:53`.
    static @Nullable Stamp monthFirst(Cursor at) {
        int from = at.at();
        String word = at.word(":=");
        int month = Months.of(word);
        if (month == 0) {
            at.to(from);
            return monthGlued(at, word);
        }
        at.blanks();
        return dayAndTime(at, month);
    }

    private static @Nullable Stamp monthGlued(Cursor at, String word) {
        int digits = word.length();
        while (digits > 0 && Cursor.isDigit(word.charAt(digits - 1))) {
            digits--;
        }
        int month = digits == word.length() ? 0 : Months.of(word.substring(0, digits));
        at.to(at.at() + digits);
        return month == 0 ? null : dayAndTime(at, month);
    }

    private static @Nullable Stamp dayAndTime(Cursor at, int month) {
        long day = at.digits(2);
        if (!isDate(month, day) || at.blanks() == 0) {
            return null;
        }
        long year = 0;
        int from = at.at();
        if (Cursor.isDigit(at.peek(3)) && at.peek(4) == ' ') {
            year = at.digits(4);
            at.blanks();
            from = at.at();
        }
        long ns = StampText.timeOfDay(at);
        return ns < 0 ? null : new Stamp.Calendar((int) year, month, (int) day, ns, null, at.at() - from <= 5);
    }

    /// `20 nov 22:53:21`.
    static @Nullable Stamp dayFirst(Cursor at) {
        long day = at.digits(2);
        at.take('.');
        if (at.blanks() == 0) {
            return null;
        }
        int month = Months.of(at.word(":="));
        if (month == 0 || !isDate(month, day) || at.blanks() == 0) {
            return null;
        }
        long ns = StampText.timeOfDay(at);
        return ns < 0 ? null : new Stamp.Calendar(0, month, (int) day, ns, null, false);
    }

    /// The words of a `dmesg -T` stamp, whose order is the translator's choice: a month's name, a time of day, a
    /// year of four digits, a day; whatever else is there is the weekday.
    static @Nullable Stamp loose(Cursor at) {
        int month = 0;
        int day = 0;
        int year = 0;
        long ns = -1;
        boolean minutes = false;
        for (int words = 0; words < 8 && !at.atEnd() && at.peek() != ']' && at.peek() != '<'; words++) {
            int from = at.at();
            long time = StampText.timeOfDay(at);
            if (time >= 0) {
                ns = time;
                minutes = at.at() - from <= 5;
                at.blanks();
                continue;
            }
            at.to(from);
            String word = at.word("]<");
            if (month == 0 && glued(word) > 0 && Months.of(word.substring(0, glued(word))) != 0) {
                month = Months.of(word.substring(0, glued(word)));
                day = number(word.substring(glued(word)));
            } else if (number(word) > 31) {
                year = number(word);
            } else if (number(word) > 0) {
                day = number(word);
            } else if (month == 0) {
                month = Months.of(word);
            }
            at.blanks();
        }
        return ns < 0 || !isDate(month, day) ? null : new Stamp.Calendar(year, month, day, ns, null, minutes);
    }

    /// Where the digits at the end of a word start, 0 if it is all digits or has none.
    private static int glued(String word) {
        int at = word.length();
        while (at > 0 && Cursor.isDigit(word.charAt(at - 1))) {
            at--;
        }
        return at == word.length() ? 0 : at;
    }

    private static int number(String word) {
        String bare = word.endsWith(".") || word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
        boolean digits = !bare.isEmpty() && bare.length() <= 4 && bare.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(bare) : -1;
    }

    private static boolean isDate(long month, long day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }
}
