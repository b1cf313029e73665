package whence.traces.strace;

import whence.traces.strace.value.Extent;
import whence.traces.text.Ascii;
import whence.traces.text.Stamp;

/// Finds the parts of a result in place: `= -1 EINVAL (Invalid argument) <0.000575>`. One object serves all lines.
final class ResultScan {
    int equals;
    int valueFrom;
    int valueTo;
    /// Place of the `>` that closes the value's decoration, 0 where it has none.
    int decorationTo;
    int remarkTo;
    /// Place of the first digit of the duration, 0 where there is none.
    int durationFrom;

    /// Whether a result stands in `[from, to)`.
    boolean read(byte[] text, int from, int to) {
        equals = Ascii.skipSpaces(text, from, to);
        if (!Ascii.at(text, equals, to, "= ")) {
            return false;
        }
        valueFrom = equals + 2;
        valueTo = valueFrom;
        while (valueTo < to && text[valueTo] != ' ' && text[valueTo] != '<') {
            valueTo++;
        }
        decoration(text, to);
        duration(text, to);
        return valueTo > valueFrom;
    }

    private void decoration(byte[] text, int to) {
        decorationTo = 0;
        if (valueTo < to && text[valueTo] == '<') {
            int end = Extent.decorationEnd(text, valueTo, to);
            decorationTo = end < 0 ? 0 : end - 1;
        }
    }

    private void duration(byte[] text, int to) {
        durationFrom = 0;
        remarkTo = to;
        if (to > valueTo && text[to - 1] == '>') {
            int open = to - 2;
            while (open > valueTo && (Ascii.digit(text[open]) || text[open] == '.')) {
                open--;
            }
            if (open > 0 && text[open] == '<' && text[open - 1] == ' ' && open < to - 2) {
                durationFrom = open + 1;
                remarkTo = open - 1;
            }
        }
    }

    /// Nanoseconds of the duration, or [Stamp#NONE].
    long durationNs(byte[] text, int to) {
        return durationFrom == 0 ? Stamp.NONE : Stamp.seconds(text, durationFrom, to - 1);
    }

    /// Where the error's name begins, or -1.
    int errnoFrom(byte[] text) {
        int behind = decorationTo > 0 ? decorationTo + 1 : valueTo;
        int at = Ascii.skipSpaces(text, behind, remarkTo);
        return at + 1 < remarkTo && text[at] == 'E' && Ascii.word(text[at + 1]) ? at : -1;
    }
}
