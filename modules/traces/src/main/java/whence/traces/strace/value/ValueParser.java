package whence.traces.strace.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.traces.text.Ascii;

/// Parses the arguments of one call. What strace writes is regular enough for a strict grammar: an argument that does
/// not follow it becomes [Value.Unparsed] as a whole, so that printing always gives back the text.
public final class ValueParser {
    /// Values within values that are followed; what is nested deeper stays as it stands.
    private static final int DEEPEST = 200;
    /// No system call has more than six arguments, of which strace shows some as two.
    private static final int MOST = 64;
    /// An irregular argument is looked at twice, by this grammar and for its end. That is not done over and over on a
    /// long text.
    private static final int LONG = 1 << 20;

    private static final String DELETED = "(deleted)";

    private final ValueScanner text;
    private int depth;
    private int irregular;

    /// @param end where the closing parenthesis of the call stands, or the text ends
    public ValueParser(byte[] text, int at, int end) {
        this.text = new ValueScanner(text, at, end);
    }

    /// The arguments up to the end.
    public List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>();
        if (text.ended()) {
            return arguments;
        }
        do {
            arguments.add(arguments.size() < MOST ? regularOrWhole() : unparsed(text.at(), text.rest()));
        } while (text.takes(", "));
        return arguments;
    }

    private Argument regularOrWhole() {
        int from = text.at();
        boolean shortEnough = text.left() < LONG || irregular == 0;
        Argument argument = shortEnough ? argument() : null;
        if (argument != null && (text.ended() || text.sees(", "))) {
            return argument;
        }
        irregular++;
        String whole = text.whole(from);
        return unparsed(from, text.ended() || text.sees(", ") ? whole : whole + text.rest());
    }

    private Argument unparsed(int from, String whole) {
        return new Argument("", new Value.Unparsed(whole), from, text.at());
    }

    private @Nullable Argument argument() {
        int from = text.at();
        String name = text.name();
        Value value = value();
        return value == null ? null : new Argument(name, value, from, text.at());
    }

    private @Nullable Value value() {
        Value value = joined();
        while (value != null && text.takes(" => ")) {
            Value after = joined();
            value = after == null ? null : new Value.Changed(value, after);
        }
        return value;
    }

    /// An operand, and further ones behind it, as flags or as a formula.
    private @Nullable Value joined() {
        Value first = operand();
        String operator = first == null ? "" : text.operator();
        if (first == null || operator.isEmpty()) {
            return first;
        }
        List<Value> operands = new ArrayList<>(List.of(first));
        List<String> operators = new ArrayList<>();
        while (!operator.isEmpty()) {
            text.skip(operator.length());
            Value next = operand();
            if (next == null) {
                return null;
            }
            operands.add(next);
            operators.add(operator);
            operator = text.operator();
        }
        boolean flags = operators.stream().allMatch("|"::equals);
        return flags ? new Value.Flags(List.copyOf(operands)) : new Value.Formula(operands, operators);
    }

    private @Nullable Value operand() {
        if (text.ended() || depth >= DEEPEST) {
            return null;
        }
        depth++;
        Value value = term();
        depth--;
        return value == null ? null : behind(value);
    }

    /// Decorations and comments behind a term, in the order that the style of constants (`-X`) gives them.
    private @Nullable Value behind(Value term) {
        Value whole = text.seesDecoration() ? decorated(term) : term;
        while (whole != null && text.sees(" /*")) {
            String comment = text.comment();
            whole = comment == null ? null : new Value.Commented(whole, comment);
            whole = whole != null && text.seesDecoration() ? decorated(whole) : whole;
        }
        return whole;
    }

    private @Nullable Value decorated(Value term) {
        String decoration = text.decoration();
        return decoration == null ? null : new Value.Decorated(term, decoration, text.takes(DELETED) ? DELETED : "");
    }

    private @Nullable Value term() {
        byte first = text.peek();
        return switch (first) {
            case '"' -> string(false);
            case '@' -> abstractName();
            case '{' -> struct();
            case '[' -> array(false);
            case '~' -> text.sees("~[") && text.takes("~") ? array(true) : word();
            case '.' -> cut();
            case '|' -> new Value.Name("");
            case '<' -> resumed();
            default -> Ascii.digit(first) || first == '-' ? number() : word();
        };
    }

    private @Nullable Value resumed() {
        String call = text.resumed();
        return call.isEmpty() ? null : new Value.Name(call);
    }

    private @Nullable Value cut() {
        return text.takes("...") ? new Value.Cut() : null;
    }

    private @Nullable Value abstractName() {
        text.skip(1);
        return text.sees("\"") ? string(true) : null;
    }

    private @Nullable Value string(boolean abstractName) {
        String escaped = text.string();
        return escaped == null ? null : new Value.Text(escaped, abstractName, text.takes("..."));
    }

    private @Nullable Value struct() {
        Elements members = elements('}');
        return members == null ? null : new Value.Struct(members.list, members.separator);
    }

    private @Nullable Value array(boolean complement) {
        Elements elements = elements(']');
        return elements == null ? null : new Value.Array(elements.list, elements.separator, complement);
    }

    private Value number() {
        String written = text.number();
        Long value = Numbers.parse(written);
        return value == null ? new Value.Name(written) : new Value.Numeral(written, value);
    }

    /// A constant, or a macro with its arguments.
    private @Nullable Value word() {
        String written = text.word();
        if (written.isEmpty() || !text.sees("(")) {
            return written.isEmpty() ? null : new Value.Name(written);
        }
        Elements elements = elements(')');
        boolean commas = elements != null && (elements.list.size() < 2 || elements.separator.equals(", "));
        return elements == null || !commas ? null : new Value.Function(written, elements.list);
    }

    private record Elements(List<Argument> list, String separator) {}

    /// What stands between the bracket here and `close`, separated by `, ` or by spaces.
    private @Nullable Elements elements(char close) {
        text.skip(1);
        List<Argument> list = new ArrayList<>();
        String separator = ", ";
        while (!text.ended() && text.peek() != close) {
            if (!list.isEmpty()) {
                String found = text.sees(", ") ? ", " : text.sees(" ") ? " " : "";
                if (found.isEmpty() || (list.size() > 1 && !found.equals(separator))) {
                    return null;
                }
                separator = found;
                text.skip(found.length());
            }
            Argument element = argument();
            if (element == null) {
                return null;
            }
            list.add(element);
        }
        boolean closed = !text.ended();
        text.skip(closed ? 1 : 0);
        return closed ? new Elements(list, separator) : null;
    }
}
