package whence.traces.strace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.traces.text.Ascii;

/// Parses the arguments of one call. What strace writes is regular enough for a strict grammar: an argument that does
/// not follow it becomes [Value.Unparsed] as a whole, so that printing always gives back the text.
final class ValueParser {
    private static final int DEEPEST = 200;

    private final byte[] text;
    private final int end;
    private int at;
    private int depth;

    /// @param end where the closing parenthesis of the call stands, or the text ends
    ValueParser(byte[] text, int at, int end) {
        this.text = text;
        this.at = at;
        this.end = end;
    }

    /// The arguments up to the end.
    List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>();
        while (at < end) {
            int from = at;
            Argument argument = argument();
            boolean whole = argument != null && (at == end || (Ascii.at(text, at, end, ", ") && at + 2 < end));
            if (argument == null || !whole) {
                at = Extent.argumentEnd(text, from, end);
                argument = new Argument("", new Value.Unparsed(latin(from, at)), from, at);
            }
            arguments.add(argument);
            at = Ascii.at(text, at, end, ", ") && at + 2 < end ? at + 2 : at;
            if (at == from || (at < end && at == argument.to())) {
                arguments.add(rest(at));
                at = end;
            }
        }
        return arguments;
    }

    private Argument rest(int from) {
        return new Argument("", new Value.Unparsed(latin(from, end)), from, end);
    }

    private @Nullable Argument argument() {
        int from = at;
        String name = name();
        Value value = value();
        return value == null ? null : new Argument(name, value, from, at);
    }

    /// A name with its `=`, consumed; empty where a value stands.
    private String name() {
        int i = at;
        while (i < end && Ascii.word(text[i])) {
            i++;
        }
        if (i < end && text[i] == '[') {
            int close = i;
            while (close < end && text[close] != ']' && text[close] != ' ') {
                close++;
            }
            i = close < end && text[close] == ']' ? close + 1 : i;
        }
        boolean named = i > at && i + 1 < end && text[i] == '=' && text[i + 1] != '=';
        if (!named) {
            return "";
        }
        String name = latin(at, i);
        at = i + 1;
        return name;
    }

    private @Nullable Value value() {
        Value first = operand();
        if (first == null) {
            return null;
        }
        Value value = joined(first);
        while (value != null && Ascii.at(text, at, end, " => ")) {
            at += 4;
            Value after = operand();
            Value whole = after == null ? null : joined(after);
            value = whole == null ? null : new Value.Changed(value, whole);
        }
        return value;
    }

    /// Further operands behind `first`, as flags or as a formula.
    private @Nullable Value joined(Value first) {
        String operator = operator();
        if (operator.isEmpty()) {
            return first;
        }
        List<Value> operands = new ArrayList<>(List.of(first));
        List<String> operators = new ArrayList<>();
        boolean flags = true;
        while (!operator.isEmpty()) {
            at += operator.length();
            Value next = operand();
            if (next == null) {
                return null;
            }
            operands.add(next);
            operators.add(operator);
            flags &= operator.equals("|");
            operator = operator();
        }
        return flags ? new Value.Flags(List.copyOf(operands)) : new Value.Formula(operands, operators);
    }

    private String operator() {
        if (at >= end) {
            return "";
        }
        return switch (text[at]) {
            case '|' -> Ascii.at(text, at, end, "||") ? "||" : "|";
            case '*' -> Ascii.at(text, at, end, "*/") ? "" : "*";
            case '+' -> "+";
            case '<' -> Ascii.at(text, at, end, "<<") ? "<<" : "";
            case ' ' -> spacedOperator();
            default -> "";
        };
    }

    private String spacedOperator() {
        for (String operator : List.of(" && ", " == ", " or ", " | ")) {
            if (Ascii.at(text, at, end, operator)) {
                return operator;
            }
        }
        return "";
    }

    private @Nullable Value operand() {
        if (at >= end || ++depth > DEEPEST) {
            return null;
        }
        Value value = term();
        depth--;
        return value == null ? null : behind(value);
    }

    /// Decorations and comments behind a term.
    private @Nullable Value behind(Value value) {
        Value whole = value;
        if (at < end && text[at] == '<' && !Ascii.at(text, at, end, "<<") && !Ascii.at(text, at, end, "<=")) {
            int close = Extent.decorationEnd(text, at, end);
            if (close < 0) {
                return null;
            }
            String decoration = latin(at + 1, close - 1);
            at = close;
            boolean deleted = Ascii.at(text, at, end, "(deleted)");
            at += deleted ? 9 : 0;
            whole = new Value.Decorated(whole, decoration, deleted ? "(deleted)" : "");
        }
        while (Ascii.at(text, at, end, " /*")) {
            int close = Ascii.indexOf(text, at + 3, end, "*/");
            if (close < 0) {
                return null;
            }
            whole = new Value.Commented(whole, latin(at + 3, close));
            at = close + 2;
        }
        return whole;
    }

    private @Nullable Value term() {
        byte first = text[at];
        return switch (first) {
            case '"' -> string(at, false);
            case '@' -> at + 1 < end && text[at + 1] == '"' ? string(at + 1, true) : null;
            case '{' -> struct();
            case '[' -> array(false);
            case '~' -> at + 1 < end && text[at + 1] == '[' ? complement() : word();
            case '.' -> cut();
            case '|' -> new Value.Name("");
            default -> Ascii.digit(first) || first == '-' ? number() : word();
        };
    }

    private @Nullable Value cut() {
        if (!Ascii.at(text, at, end, "...")) {
            return null;
        }
        at += 3;
        return new Value.Cut();
    }

    private @Nullable Value string(int quote, boolean abstractName) {
        int close = Extent.stringEnd(text, quote, end);
        if (close < 0) {
            return null;
        }
        boolean cut = Ascii.at(text, close, end, "...");
        Value value = new Value.Text(latin(quote + 1, close - 1), abstractName, cut);
        at = cut ? close + 3 : close;
        return value;
    }

    private @Nullable Value struct() {
        Elements elements = elements('}');
        return elements == null ? null : new Value.Struct(elements.list, elements.separator);
    }

    private @Nullable Value complement() {
        at++;
        return array(true);
    }

    private @Nullable Value array(boolean complement) {
        Elements elements = elements(']');
        return elements == null ? null : new Value.Array(elements.list, elements.separator, complement);
    }

    private record Elements(List<Argument> list, String separator) {}

    /// What stands between the bracket at `at` and `close`, separated by `, ` or by spaces.
    private @Nullable Elements elements(char close) {
        at++;
        List<Argument> list = new ArrayList<>();
        String separator = ", ";
        while (at < end && text[at] != close) {
            if (!list.isEmpty()) {
                String found = Ascii.at(text, at, end, ", ") ? ", " : text[at] == ' ' ? " " : "";
                if (found.isEmpty() || (list.size() > 1 && !found.equals(separator))) {
                    return null;
                }
                separator = found;
                at += found.length();
            }
            Argument element = argument();
            if (element == null) {
                return null;
            }
            list.add(element);
        }
        return at++ < end ? new Elements(list, separator) : null;
    }

    private @Nullable Value number() {
        int i = text[at] == '-' ? at + 1 : at;
        while (i < end && (Ascii.word(text[i]) || (text[i] == '.' && i + 1 < end && Ascii.digit(text[i + 1])))) {
            i++;
        }
        String written = latin(at, i);
        at = i;
        Long value = Numbers.parse(written);
        return value == null ? new Value.Name(written) : new Value.Numeral(written, value);
    }

    private @Nullable Value word() {
        int i = at;
        while (i < end && (Ascii.word(text[i]) || "?&!~%$:".indexOf(text[i]) >= 0 || innerDot(i))) {
            i++;
        }
        if (i == at) {
            return null;
        }
        String written = latin(at, i);
        at = i;
        return i < end && text[i] == '(' ? function(written) : new Value.Name(written);
    }

    private boolean innerDot(int i) {
        return text[i] == '.' && i + 1 < end && Ascii.word(text[i + 1]);
    }

    private @Nullable Value function(String name) {
        Elements elements = elements(')');
        boolean commas = elements != null && (elements.list.size() < 2 || elements.separator.equals(", "));
        return elements == null || !commas ? null : new Value.Function(name, elements.list);
    }

    private String latin(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
