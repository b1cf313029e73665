package whence.app.code;

/// What stands beside a line of text.
///
/// @param number as the original counts; empty where the line has none
/// @param sign a mark that means something without its colour; empty for none
/// @param style class of the mark: `survives`, `fallen`, `unknown`, `added`, `removed`, `changed`
/// @param says what the mark means, for the tooltip and the screen reader
public record MarginLine(String number, String sign, String style, String says) {
    public static MarginLine number(String number) {
        return new MarginLine(number, "", "", "");
    }
}
