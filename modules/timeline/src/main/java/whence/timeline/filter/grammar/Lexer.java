package whence.timeline.filter.grammar;

import java.util.ArrayList;
import java.util.List;
import whence.timeline.filter.grammar.Token.Kind;

/// Cuts a filter's text into tokens. `:` and what compares are operators only behind a name, so that plain words
/// may hold them.
final class Lexer {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.add(Kind.END, "", text.length(), 0);
        return lexer.tokens;
    }

    private void next() {
        char first = text.charAt(at);
        if (Character.isWhitespace(first)) {
            at++;
        } else if (first == '(') {
            add(Kind.OPEN, "(", at, 1);
        } else if (first == ')') {
            add(Kind.CLOSE, ")", at, 1);
        } else if (first == '"') {
            quoted('"', Kind.QUOTED);
        } else if (first == '/' && (start() || afterOperator())) {
            quoted('/', Kind.REGEX);
        } else if (first == '-' && start() && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1))) {
            add(Kind.MINUS, "-", at, 1);
        } else if (behindName() && !operator().isEmpty()) {
            add(Kind.OPERATOR, operator(), at, operator().length());
        } else {
            word();
        }
    }

    private void add(Kind kind, String content, int position, int length) {
        tokens.add(new Token(kind, content, position, length));
        at = position + length;
    }

    /// Whether a term may begin here.
    private boolean start() {
        return at == 0 || Character.isWhitespace(text.charAt(at - 1)) || text.charAt(at - 1) == '(';
    }

    private boolean afterOperator() {
        return !tokens.isEmpty()
                && tokens.getLast().kind() == Kind.OPERATOR
                && tokens.getLast().end() == at;
    }

    private boolean behindName() {
        return !tokens.isEmpty()
                && tokens.getLast().kind() == Kind.WORD
                && tokens.getLast().end() == at;
    }

    private String operator() {
        for (String operator :
                List.of(":<=", ":>=", ":!=", ":<", ":>", ":=", ":", "~", "<=", ">=", "!=", "<", ">", "=")) {
            if (text.startsWith(operator, at)) {
                return operator;
            }
        }
        return "";
    }

    private void quoted(char quote, Kind kind) {
        StringBuilder content = new StringBuilder();
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            boolean escape = text.charAt(i) == '\\' && i + 1 < text.length();
            boolean ofQuote = escape && (text.charAt(i + 1) == quote || (quote == '"' && text.charAt(i + 1) == '\\'));
            if (escape && !ofQuote) {
                content.append(text.charAt(i));
            }
            i += escape ? 1 : 0;
            content.append(text.charAt(i));
            i++;
        }
        if (i >= text.length()) {
            add(Kind.UNCLOSED, content.toString(), at, text.length() - at);
            return;
        }
        boolean anyCase = kind == Kind.REGEX && i + 1 < text.length() && text.charAt(i + 1) == 'i';
        add(anyCase ? Kind.REGEX_ANY_CASE : kind, content.toString(), at, i + (anyCase ? 2 : 1) - at);
    }

    /// A word: behind an operator a value, which ends at a space; otherwise perhaps a name, which ends at an
    /// operator.
    private void word() {
        boolean value = afterOperator();
        int end = at;
        while (end < text.length() && !endsWord(text.charAt(end), value, end)) {
            end++;
        }
        end = Math.max(end, at + 1);
        add(Kind.WORD, text.substring(at, end), at, end - at);
    }

    private boolean endsWord(char c, boolean value, int i) {
        if (Character.isWhitespace(c) || c == ')' || (c == '(' && !value && i == at)) {
            return true;
        }
        return !value && ":~<>=!".indexOf(c) >= 0 && name(i);
    }

    /// Whether all from the word's start to `end` could be the name of a field.
    private boolean name(int end) {
        boolean opened = text.startsWith(Names.OPENED, at);
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c) && c != '_' && !(opened && (Character.isDigit(c) || ".@-".indexOf(c) >= 0))) {
                return false;
            }
        }
        return end > at;
    }
}
