package whence.timeline.filter.grammar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import whence.evidence.Clock;
import whence.evidence.Errno;
import whence.evidence.EventKind;
import whence.timeline.Field;
import whence.timeline.filter.grammar.FilterParser.Fault;
import whence.timeline.filter.grammar.Token.Kind;
import whence.timeline.filter.text.Interruptible;
import whence.timeline.filter.text.TextSearch;
import whence.timeline.filter.text.Wanted;

/// Makes a node of `name operator value`.
final class Terms {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final Names names;

    Terms(Names names) {
        this.names = names;
    }

    Node node(Token name, Token operator, Token value) throws Fault {
        return switch (name.text()) {
            case "kind" -> new Node.Kinds(bits(EventKind.values(), operator, value));
            case "clock" -> new Node.Clocks(bits(Clock.values(), operator, value));
            case "pid" -> new Node.Pid(NumberTerms.test("pid", operator, value).on(Errno.GENERIC));
            case "artifact" -> new Node.Artifact(text(operator, value));
            case "text" -> new Node.Text(search(operator, value));
            default ->
                name.text().startsWith(Names.OPENED)
                        ? opened(name.text().substring(Names.OPENED.length()), operator, value)
                        : field(name, operator, value);
        };
    }

    /// What compares looks at values that are whole numbers.
    private static Node opened(String name, Token operator, Token value) throws Fault {
        if (operator.text().indexOf('<') < 0 && operator.text().indexOf('>') < 0) {
            return new Node.Opened(name, text(operator, value));
        }
        LongPredicate wanted = NumberTerms.test(name, operator, value).on(Errno.GENERIC);
        return new Node.Opened(
                name, (text, watch) -> WHOLE.matcher(text).matches() && wanted.test(Long.parseLong(text)));
    }

    private Node field(Token name, Token operator, Token value) throws Fault {
        Field field = names.field(name.text());
        if (field == null) {
            throw new Fault(new FilterError(
                    name.position(),
                    name.length(),
                    "there is no field " + name.text() + "; to look for the text itself put it in quotes",
                    names.near(name.text())));
        }
        return switch (field.type()) {
            case NUMBER -> new Node.Number64(field, NumberTerms.test(field.name(), operator, value));
            case TEXT -> new Node.Dictionary(field, text(operator, value));
        };
    }

    private static TextSearch search(Token operator, Token value) throws Fault {
        boolean regex =
                operator.text().equals("~") || value.kind() == Kind.REGEX || value.kind() == Kind.REGEX_ANY_CASE;
        return regex ? TextSearch.regex(FilterParser.pattern(value)) : TextSearch.literal(value.text());
    }

    private static Wanted text(Token operator, Token value) throws Fault {
        Wanted equal =
                value.kind() == Kind.QUOTED ? (text, watch) -> value.text().equals(text) : anyOf(value.text());
        return switch (operator.text()) {
            case "~" -> found(value);
            case ":", "=", ":=" ->
                value.kind() == Kind.REGEX || value.kind() == Kind.REGEX_ANY_CASE ? found(value) : equal;
            case "!=", ":!=" -> equal.negate();
            default -> throw new Fault(operator, "texts have no order; use :, != or ~");
        };
    }

    private static Wanted found(Token value) throws Fault {
        Pattern pattern = FilterParser.pattern(value);
        return (text, watch) -> Interruptible.finds(pattern, text, watch);
    }

    /// `a,b*`: one of the words, `*` standing for anything.
    private static Wanted anyOf(String words) {
        List<Wanted> each = Arrays.stream(words.split(",", -1)).map(Terms::word).toList();
        return (text, watch) -> each.stream().anyMatch(word -> word.test(text, watch));
    }

    private static Wanted word(String word) {
        if (!word.contains("*")) {
            return (text, watch) -> word.equals(text);
        }
        String regex = Arrays.stream(word.split("\\*", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElse("");
        Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
        return (text, watch) -> Interruptible.matches(pattern, text, watch);
    }

    private static <E extends Enum<E>> long bits(E[] known, Token operator, Token value) throws Fault {
        long bits = 0;
        for (String word : value.text().split(",", -1)) {
            long bit = 0;
            for (E one : known) {
                bit |= one.name().equals(word.toUpperCase(Locale.ROOT)) ? 1L << one.ordinal() : 0;
            }
            if (bit == 0) {
                throw new Fault(new FilterError(
                        value.position() + Math.max(0, value.text().indexOf(word)),
                        Math.max(1, word.length()),
                        "there is no such "
                                + known[0].getDeclaringClass()
                                        .getSimpleName()
                                        .replace("Event", "")
                                        .toLowerCase(Locale.ROOT)
                                + ": " + word,
                        Arrays.stream(known)
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .toList()));
            }
            bits |= bit;
        }
        return switch (operator.text()) {
            case ":", "=", ":=" -> bits;
            case "!=", ":!=" -> ~bits;
            default -> throw new Fault(operator, "only : and != are possible here");
        };
    }
}
