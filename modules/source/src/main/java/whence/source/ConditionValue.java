package whence.source;

import java.util.OptionalLong;
import whence.source.c.Kind;
import whence.source.c.Tokens;

/// Reads what an `#if` asks for, as far as a configuration answers it; empty where it does not.
final class ConditionValue {
    private static final int DEEPEST = 60;

    private final Tokens tokens;
    private final Configuration configuration;
    private int at;
    private int depth;

    ConditionValue(Tokens tokens, Configuration configuration) {
        this.tokens = tokens;
        this.configuration = configuration;
    }

    /// The value of the whole; empty where it is not known or cannot be read.
    OptionalLong value() {
        OptionalLong value = either();
        return at == tokens.count() ? value : OptionalLong.empty();
    }

    private OptionalLong either() {
        OptionalLong left = both();
        while (tokens.kind(at) == Kind.OR) {
            at++;
            OptionalLong right = both();
            left = joined(left, right, true);
        }
        return left;
    }

    private OptionalLong both() {
        OptionalLong left = compared();
        while (tokens.kind(at) == Kind.AND) {
            at++;
            OptionalLong right = compared();
            left = joined(left, right, false);
        }
        return left;
    }

    /// One side can decide alone.
    private static OptionalLong joined(OptionalLong left, OptionalLong right, boolean or) {
        if (is(left, or) || is(right, or)) {
            return Configuration.truth(or);
        }
        return left.isPresent() && right.isPresent() ? Configuration.truth(!or) : OptionalLong.empty();
    }

    private static boolean is(OptionalLong value, boolean truth) {
        return value.isPresent() && (value.getAsLong() != 0) == truth;
    }

    private OptionalLong compared() {
        OptionalLong left = unary();
        int operator = tokens.kind(at);
        switch (operator) {
            case Kind.EQUAL, Kind.NOT_EQUAL, Kind.LESS_EQUAL, Kind.GREATER_EQUAL, '<', '>' -> at++;
            default -> {
                return left;
            }
        }
        OptionalLong right = unary();
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalLong.empty();
        }
        int order = Long.compare(left.getAsLong(), right.getAsLong());
        return Configuration.truth(
                switch (operator) {
                    case Kind.EQUAL -> order == 0;
                    case Kind.NOT_EQUAL -> order != 0;
                    case Kind.LESS_EQUAL -> order <= 0;
                    case Kind.GREATER_EQUAL -> order >= 0;
                    case '<' -> order < 0;
                    default -> order > 0;
                });
    }

    private OptionalLong unary() {
        if (++depth > DEEPEST) {
            at = tokens.count() + 1;
            return OptionalLong.empty();
        }
        try {
            return switch (tokens.kind(at)) {
                case '!' -> {
                    at++;
                    OptionalLong of = unary();
                    yield of.isPresent() ? Configuration.truth(of.getAsLong() == 0) : of;
                }
                case '(' -> {
                    at++;
                    OptionalLong inner = either();
                    close();
                    yield inner;
                }
                case Kind.NUMBER -> number(tokens.text(at++));
                case Kind.IDENTIFIER -> word(tokens.text(at++));
                default -> unreadable();
            };
        } finally {
            depth--;
        }
    }

    private OptionalLong word(String word) {
        if (word.equals("defined")) {
            boolean open = tokens.kind(at) == '(';
            at += open ? 1 : 0;
            OptionalLong defined =
                    tokens.kind(at) == Kind.IDENTIFIER ? configuration.defined(tokens.text(at++)) : unreadable();
            if (open) {
                close();
            }
            return defined;
        }
        if (tokens.kind(at) != '(') {
            return configuration.value(word);
        }
        boolean plain = tokens.kind(at + 1) == Kind.IDENTIFIER && tokens.kind(at + 2) == ')';
        OptionalLong test = plain ? configuration.test(word, tokens.text(at + 1)) : OptionalLong.empty();
        skipGroup();
        return test;
    }

    private void close() {
        at += tokens.kind(at) == ')' ? 1 : tokens.count() + 1 - at;
    }

    private void skipGroup() {
        int open = 0;
        do {
            open += tokens.kind(at) == '(' ? 1 : tokens.kind(at) == ')' ? -1 : 0;
            at++;
        } while (open > 0 && at < tokens.count());
    }

    private OptionalLong unreadable() {
        at = tokens.count() + 1;
        return OptionalLong.empty();
    }

    private static OptionalLong number(String text) {
        int end = text.length();
        while (end > 1 && "uUlL".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        try {
            return OptionalLong.of(Long.decode(text.substring(0, end)));
        } catch (NumberFormatException noInteger) {
            return OptionalLong.empty();
        }
    }
}
