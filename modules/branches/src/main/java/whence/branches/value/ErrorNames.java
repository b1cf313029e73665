package whence.branches.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import whence.branches.syntax.Expr;
import whence.evidence.Errno;

/// Errors by name where the architecture may not be known. A name then stands for every number that it has on some,
/// so that no exit falls by the number that its error has elsewhere; what is said about an error by name has the
/// generic one.
public final class ErrorNames {
    private static final int MOST_VALUES = 24;

    private ErrorNames() {}

    /// The numbers that a name can have; none for what names no error.
    static Ints numbers(String name, Optional<Errno> errors) {
        if (errors.isPresent()) {
            int number = errors.get().number(name);
            return number < 0 ? Ints.NONE : Ints.of(number);
        }
        return Ints.of(Errno.anywhere(name).stream().mapToLong(n -> n).toArray());
    }

    /// The number that evidence means by `ETIMEDOUT` or `-ETIMEDOUT` where nobody says what the machine was.
    public static OptionalLong meant(Expr written) {
        return switch (written) {
            case Expr.Name name
            when Errno.GENERIC.number(name.text()) > 0 -> OptionalLong.of(Errno.GENERIC.number(name.text()));
            case Expr.Unary it
            when it.op() == '-' && it.of() instanceof Expr.Name name ->
                OptionalLong.of(-Errno.GENERIC.number(name.text())).stream()
                        .filter(number -> number < 0)
                        .findFirst();
            default -> OptionalLong.empty();
        };
    }

    /// A few results as a kernel developer writes them, in ascending order; empty where there are too many.
    ///
    /// @param most of them
    public static List<String> spelled(Ints can, Optional<Errno> errors, int most) {
        List<String> names = new ArrayList<>();
        long[] values = can.values(MOST_VALUES);
        boolean[] said = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            String generic = Errno.GENERIC.result(values[i]);
            if (errors.isEmpty() && !said[i] && varies(generic, values)) {
                SortedSet<Integer> all = Errno.anywhere(generic.substring(1));
                for (int j = 0; j < values.length; j++) {
                    said[j] |= j != i && all.contains((int) -values[j]);
                }
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (!said[i]) {
                names.add(errors.orElse(Errno.GENERIC).result(values[i]));
            }
        }
        return names.size() > most ? List.of() : names;
    }

    /// Whether an error has several numbers, and all of them are there.
    private static boolean varies(String error, long[] values) {
        SortedSet<Integer> all =
                error.startsWith("-E") ? Errno.anywhere(error.substring(1)) : new java.util.TreeSet<>();
        return all.size() > 1
                && all.stream().allMatch(number -> Arrays.stream(values).anyMatch(value -> value == -number));
    }
}
