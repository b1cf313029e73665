package whence.timeline.filter.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import whence.evidence.Errno;
import whence.timeline.Events;
import whence.timeline.filter.grammar.FilterParser.Fault;

/// Compares numbers: `<0`, `1..5`, `EINVAL,ENOENT`, `0xfffe`, and for durations `>1.5ms`.
final class NumberTerms {
    private NumberTerms() {}

    static NumberTest test(String field, Token operator, Token value) throws Fault {
        String compare = operator.text().startsWith(":") ? operator.text().substring(1) : operator.text();
        return switch (compare) {
            case "", "=" -> among(field, value);
            case "!=" -> {
                NumberTest among = among(field, value);
                yield errors -> among.on(errors).negate();
            }
            case "<", "<=", ">", ">=" -> {
                Limit limit = limit(field, value, value.text(), 0);
                yield errors -> ordered(compare, limit.on(errors));
            }
            default -> throw new Fault(operator, field + " is a number; use :, !=, <, <=, > or >=");
        };
    }

    private static LongPredicate ordered(String compare, long limit) {
        return switch (compare) {
            case "<" -> n -> n < limit;
            case "<=" -> n -> n <= limit;
            case ">" -> n -> n > limit;
            default -> n -> n >= limit;
        };
    }

    private static NumberTest among(String field, Token value) throws Fault {
        List<NumberTest> any = new ArrayList<>();
        int at = 0;
        for (String word : value.text().split(",", -1)) {
            any.add(one(field, value, word, at));
            at += word.length() + 1;
        }
        return errors -> any.stream()
                .map(one -> one.on(errors))
                .reduce(LongPredicate::or)
                .orElse(n -> false);
    }

    private static NumberTest one(String field, Token value, String word, int at) throws Fault {
        int dots = word.indexOf("..");
        if (dots < 0) {
            Limit wanted = limit(field, value, word, at);
            return errors -> {
                long number = wanted.on(errors);
                return n -> n == number;
            };
        }
        Limit lowest = dots == 0 ? errors -> Long.MIN_VALUE + 1 : limit(field, value, word.substring(0, dots), at);
        String end = word.substring(dots + 2);
        Limit highest = end.isEmpty() ? errors -> Long.MAX_VALUE : limit(field, value, end, at + dots + 2);
        return errors -> {
            long from = lowest.on(errors);
            long to = highest.on(errors);
            return n -> n >= from && n <= to;
        };
    }

    /// A number as it is written, or the one that a machine gives an error of that name.
    private interface Limit {
        long on(Errno errors);
    }

    private static Limit limit(String field, Token value, String word, int at) throws Fault {
        if (word.startsWith("E") && !Errno.anywhere(word).isEmpty()) {
            return errors -> errno(field, word, errors);
        }
        Long number = word.startsWith("E") ? null : field.equals("duration") ? duration(word) : plain(word);
        if (number == null) {
            String what = word.startsWith("E") ? "there is no error " + word : "this is no number: " + word;
            throw new Fault(new FilterError(value.position() + at, Math.max(1, word.length()), what, List.of()));
        }
        long known = number;
        return errors -> known;
    }

    /// The number of an error's name; negative where a return value is meant. One that no row holds where the machine
    /// has no such error.
    private static long errno(String field, String name, Errno errors) {
        int number = errors.number(name);
        return number < 0 ? Events.NO_NUMBER : field.equals("ret") ? -number : number;
    }

    private static @Nullable Long plain(String word) {
        try {
            return word.startsWith("0x") ? Long.parseUnsignedLong(word, 2, word.length(), 16) : Long.parseLong(word);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static @Nullable Long duration(String word) {
        String unit = word.replaceFirst("^[0-9.]+", "");
        double factor = switch (unit) {
            case "", "ns" -> 1;
            case "us" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            default -> Double.NaN;
        };
        try {
            double ns = Double.parseDouble(word.substring(0, word.length() - unit.length())) * factor;
            return Double.isNaN(ns) ? null : Long.valueOf(Math.round(ns));
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
