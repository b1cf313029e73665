package whence.source.logs.format;

/// How far numbers reach in a line.
record Numbers(@SuppressWarnings("ArrayRecordComponent") byte[] line) {
    /// The first digit of a number that begins at an offset, behind padding, sign and `0x`.
    int digitsFrom(int from, int base) {
        int at = from;
        while (at < line.length && line[at] == ' ') {
            at++;
        }
        if (at < line.length && (line[at] == '-' || line[at] == '+')) {
            at++;
        }
        boolean marked = base == 16 && at + 1 < line.length && line[at] == '0' && (line[at + 1] | 0x20) == 'x';
        return marked ? at + 2 : at;
    }

    /// Behind the last of the digits from an offset on, at most at `most`.
    int digitsEnd(int first, int most, int base) {
        int at = first;
        while (at < line.length && at < most && Character.digit(line[at], base) >= 0) {
            at++;
        }
        return at;
    }

    /// Behind a pointer: hexadecimal digits, or a word in brackets; -1 where there is none.
    int pointerEnd(int from) {
        if (from < line.length && line[from] == '(') {
            int end = from;
            while (end < line.length && line[end] != ')') {
                end++;
            }
            return end < line.length ? end + 1 : -1;
        }
        int end = digitsEnd(from, line.length, 16);
        return end - from >= 4 ? end : -1;
    }
}
