package whence.timeline.filter;

import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import whence.timeline.Errno;
import whence.timeline.filter.FilterParser.Fault;

/// Compares numbers: `<0`, `1..5`, `EINVAL,ENOENT`, `0xfffe`, and for durations `>1.5ms`.
final class NumberTerms {
    private NumberTerms() {}

    static LongPredicate predicate(String field, Token operator, Token value) throws Fault {
        String compare = operator.text().startsWith(":") ? operator.text().substring(1) : operator.text();
        return switch (compare) {
            case "", "=" -> among(field, value);
            case "!=" -> among(field, value).negate();
            case "<", "<=", ">", ">=" -> ordered(compare, number(field, value, value.text(), 0));
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

    private static LongPredicate among(String field, Token value) throws Fault {
        LongPredicate any = n -> false;
        int at = 0;
        for (String word : value.text().split(",", -1)) {
            any = any.or(one(field, value, word, at));
            at += word.length() + 1;
        }
        return any;
    }

    private static LongPredicate one(String field, Token value, String word, int at) throws Fault {
        int dots = word.indexOf("..");
        if (dots < 0) {
            long wanted = number(field, value, word, at);
            return n -> n == wanted;
        }
        long from = dots == 0 ? Long.MIN_VALUE + 1 : number(field, value, word.substring(0, dots), at);
        String end = word.substring(dots + 2);
        long to = end.isEmpty() ? Long.MAX_VALUE : number(field, value, end, at + dots + 2);
        return n -> n >= from && n <= to;
    }

    private static long number(String field, Token value, String word, int at) throws Fault {
        Long number =
                word.startsWith("E") ? errno(field, word) : field.equals("duration") ? duration(word) : plain(word);
        if (number == null) {
            String what = word.startsWith("E") ? "there is no error " + word : "this is no number: " + word;
            throw new Fault(new FilterError(value.position() + at, Math.max(1, word.length()), what, List.of()));
        }
        return number;
    }

    /// The number of an error's name; negative where a return value is meant.
    private static @Nullable Long errno(String field, String name) {
        int number = Errno.number(name);
        return number < 0 ? null : Long.valueOf(field.equals("ret") ? -number : number);
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
