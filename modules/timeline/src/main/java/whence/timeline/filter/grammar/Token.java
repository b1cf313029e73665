package whence.timeline.filter.grammar;

/// A piece of a filter's text.
///
/// @param text without quotes or slashes
/// @param position where it begins, quotes included
record Token(Kind kind, String text, int position, int length) {
    enum Kind {
        WORD,
        QUOTED,
        REGEX,
        REGEX_ANY_CASE,
        /// `:`, `~`, or a comparison.
        OPERATOR,
        OPEN,
        CLOSE,
        MINUS,
        UNCLOSED,
        END
    }

    int end() {
        return position + length;
    }
}
