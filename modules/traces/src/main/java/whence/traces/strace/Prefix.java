package whence.traces.strace;

import whence.timeline.Events;
import whence.traces.strace.value.Extent;
import whence.traces.text.Ascii;
import whence.traces.text.Stamp;

/// What strace writes before a call: pid, time, number of the call, instruction pointer. One object is used for all
/// lines of a file; [#read] fills it.
final class Prefix {
    /// How the stamp counts.
    enum Style {
        NONE,
        TIME_OF_DAY,
        REALTIME,
        /// Since the line before (`-r`).
        RELATIVE
    }

    /// Pids end at 2^22 (`PID_MAX_LIMIT`); a larger number without a fraction is seconds since 1970.
    private static final long LARGEST_PID = 1 << 22;

    private static final long LONG_AGO_NS = 100_000_000L * 1_000_000_000L;

    int pid;
    int commFrom;
    int commTo;
    Style style = Style.NONE;
    long stampNs;
    int body;

    void read(byte[] text, int from, int to) {
        pid = Events.NO_PID;
        commFrom = 0;
        commTo = 0;
        style = Style.NONE;
        body = Ascii.skipSpaces(text, from, to);
        pid(text, to);
        stamp(text, to);
        while (body < to && text[body] == '[' && bracketed(text, to)) {
            body = Ascii.skipSpaces(text, body, to);
        }
    }

    /// `[pid 4711] `, `4711  `, either with `<comm>` behind the number.
    private void pid(byte[] text, int to) {
        boolean bracket = Ascii.at(text, body, to, "[pid ");
        int digits = bracket ? Ascii.skipSpaces(text, body + 5, to) : body;
        int end = Ascii.digitsEnd(text, digits, to);
        long number = Ascii.number(text, digits, end);
        if (number < 0 || number > LARGEST_PID || end >= to) {
            return;
        }
        int behind = end;
        if (text[end] == '<') {
            behind = Extent.decorationEnd(text, end, to);
            commFrom = end + 1;
            commTo = behind - 1;
        }
        char closing = bracket ? ']' : ' ';
        if (behind < 0 || behind >= to || text[behind] != closing) {
            commTo = commFrom = 0;
            return;
        }
        pid = (int) number;
        body = Ascii.skipSpaces(text, behind + 1, to);
    }

    private void stamp(byte[] text, int to) {
        int ofDay = Stamp.timeOfDayEnd(text, body, to);
        if (ofDay > 0) {
            stampNs = Stamp.timeOfDay(text, body, ofDay);
            style = Style.TIME_OF_DAY;
            body = Ascii.skipSpaces(text, ofDay, to);
            relativeInParentheses(text, to);
            return;
        }
        int end = Stamp.decimalEnd(text, body, to);
        if (end > body && end < to && text[end] == ' ') {
            stampNs = Stamp.seconds(text, body, end);
            style = stampNs == Stamp.NONE ? Style.NONE : stampNs >= LONG_AGO_NS ? Style.REALTIME : Style.RELATIVE;
            body = Ascii.skipSpaces(text, end, to);
            relativeInParentheses(text, to);
        }
    }

    /// `(+     0.000123) `, which `-r` adds to `-t`.
    private void relativeInParentheses(byte[] text, int to) {
        if (Ascii.at(text, body, to, "(+")) {
            int close = Ascii.indexOf(text, body, to, ") ");
            body = close < 0 ? body : Ascii.skipSpaces(text, close + 1, to);
        }
    }

    /// Skips `[  59] ` (number of the call) or `[00007f2e…] ` (instruction pointer).
    private boolean bracketed(byte[] text, int to) {
        int i = Ascii.skipSpaces(text, body + 1, to);
        int digits = i;
        while (i < to && (Character.digit(text[i], 16) >= 0 || text[i] == '?')) {
            i++;
        }
        boolean closes = i > digits && i + 1 < to && text[i] == ']' && text[i + 1] == ' ';
        body = closes ? i + 1 : body;
        return closes;
    }
}
