package whence.timeline.filter.text;

/// Finds the longest text that every match of a regular expression must hold, so that a fast scan can pass over what
/// cannot match. Careful rather than clever: where it is not sure, there is none.
public final class RequiredLiteral {
    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private RequiredLiteral() {}

    /// Empty where there is none for sure.
    public static String of(String pattern) {
        if (pattern.indexOf('|') >= 0 || pattern.contains("(?")) {
            return "";
        }
        String longest = "";
        StringBuilder run = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean plain = SPECIAL.indexOf(c) < 0;
            boolean escaped =
                    c == '\\' && i + 1 < pattern.length() && !Character.isLetterOrDigit(pattern.charAt(i + 1));
            if (depth == 0 && (plain || escaped)) {
                i += escaped ? 1 : 0;
                boolean optional = i + 1 < pattern.length() && "?*{".indexOf(pattern.charAt(i + 1)) >= 0;
                if (!optional) {
                    run.append(pattern.charAt(i));
                    continue;
                }
            } else if (c == '\\') {
                i += 1;
            }
            longest = run.length() > longest.length() ? run.toString() : longest;
            run.setLength(0);
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
        }
        boolean balanced = depth == 0 && !pattern.contains("[[") && !pattern.contains("\\Q");
        longest = run.length() > longest.length() ? run.toString() : longest;
        return balanced ? longest : "";
    }
}
