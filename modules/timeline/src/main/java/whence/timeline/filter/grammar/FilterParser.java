package whence.timeline.filter.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import whence.timeline.filter.grammar.Token.Kind;
import whence.timeline.filter.text.TextSearch;

/// Recursive descent over the tokens: `or`, `and` (also by standing side by side), `not`, terms.
public final class FilterParser {
    /// Nobody nests so deep; a stack holds more.
    private static final int MOST_DEPTH = 200;

    private final List<Token> tokens;
    private final Terms terms;
    private int at;
    private int depth;

    /// @param names that may stand before an operator
    public FilterParser(String text, Names names) {
        this.tokens = Lexer.tokens(text);
        this.terms = new Terms(names);
    }

    /// @throws Fault where the text is no filter
    public Node parse() throws Fault {
        if (peek().kind() == Kind.END) {
            return new Node.Everything();
        }
        Node node = or();
        if (peek().kind() != Kind.END) {
            throw new Fault(peek(), "this parenthesis closes nothing");
        }
        return node;
    }

    /// What is wrong, and where. Never leaves the filter.
    public static final class Fault extends Exception {
        private static final long serialVersionUID = 1;
        private final transient FilterError error;

        Fault(FilterError error) {
            super(error.message());
            this.error = error;
        }

        Fault(Token token, String message) {
            this(new FilterError(token.position(), Math.max(1, token.length()), message, List.of()));
        }

        /// The sentence for the user, and its place in the text.
        public FilterError error() {
            return error;
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean keyword(String word) {
        return peek().kind() == Kind.WORD && peek().text().equals(word);
    }

    private Node or() throws Fault {
        List<Node> parts = new ArrayList<>(List.of(and()));
        while (keyword("OR")) {
            at++;
            parts.add(and());
        }
        return parts.size() == 1 ? parts.getFirst() : new Node.Or(List.copyOf(parts));
    }

    private Node and() throws Fault {
        List<Node> parts = new ArrayList<>(List.of(not()));
        while (peek().kind() != Kind.END && peek().kind() != Kind.CLOSE && !keyword("OR")) {
            at += keyword("AND") ? 1 : 0;
            parts.add(not());
        }
        return parts.size() == 1 ? parts.getFirst() : new Node.And(List.copyOf(parts));
    }

    private Node not() throws Fault {
        if (++depth > MOST_DEPTH) {
            throw new Fault(peek(), "this is nested too deep");
        }
        Node node = notNested();
        depth--;
        return node;
    }

    private Node notNested() throws Fault {
        if (keyword("NOT") || peek().kind() == Kind.MINUS) {
            at++;
            return new Node.Not(not());
        }
        return term();
    }

    private Node term() throws Fault {
        Token token = tokens.get(at);
        return switch (token.kind()) {
            case OPEN -> group(token);
            case QUOTED -> text(token, TextSearch.literal(token.text()));
            case REGEX, REGEX_ANY_CASE -> text(token, TextSearch.regex(pattern(token)));
            case WORD -> word(token);
            case UNCLOSED -> throw new Fault(token, "the quote or slash that opens here is not closed");
            case CLOSE -> throw new Fault(token, "something to look for is missing before this parenthesis");
            case END -> throw new Fault(token, "something to look for is missing here");
            case OPERATOR, MINUS -> throw new Fault(token, "a field's name is missing before this");
        };
    }

    private Node text(Token token, TextSearch search) {
        at++;
        return token.text().isEmpty() ? new Node.Everything() : new Node.Text(search);
    }

    private Node group(Token open) throws Fault {
        at++;
        Node inside = or();
        if (peek().kind() != Kind.CLOSE) {
            throw new Fault(open, "this parenthesis is not closed");
        }
        at++;
        return inside;
    }

    private Node word(Token token) throws Fault {
        boolean keyword = token.text().equals("AND") || token.text().equals("OR");
        if (keyword) {
            throw new Fault(token, "something to look for is missing before " + token.text());
        }
        Token operator = tokens.get(at + 1);
        if (operator.kind() != Kind.OPERATOR) {
            return text(token, TextSearch.literal(token.text()));
        }
        Token value = tokens.get(at + 2);
        boolean there = value.position() == operator.end()
                && switch (value.kind()) {
                    case WORD, QUOTED, REGEX, REGEX_ANY_CASE -> true;
                    default -> false;
                };
        if (value.kind() == Kind.UNCLOSED) {
            throw new Fault(value, "the quote or slash that opens here is not closed");
        }
        if (!there) {
            throw new Fault(new Token(Kind.END, "", operator.end(), 1), "a value is missing behind " + operator.text());
        }
        at += 3;
        return terms.node(token, operator, value);
    }

    static Pattern pattern(Token token) throws Fault {
        try {
            int flags = token.kind() == Kind.REGEX_ANY_CASE ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
            return Pattern.compile(token.text(), flags);
        } catch (PatternSyntaxException e) {
            int within = Math.max(0, Math.min(e.getIndex(), token.text().length()));
            int quote = token.kind() == Kind.WORD ? 0 : 1;
            throw new Fault(new FilterError(
                    token.position() + quote + within, 1, "regular expression: " + e.getDescription(), List.of()));
        }
    }
}
