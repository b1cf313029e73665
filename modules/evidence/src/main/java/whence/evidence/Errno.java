package whence.evidence;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Names and numbers of Linux errors as one architecture has them, with those that never leave the kernel (512 and
/// above), since traces of functions show them. The numbers up to 34 are the same everywhere but on Alpha, which swaps
/// EAGAIN and EDEADLK; behind them four architectures go ways of their own.
public final class Errno {
    /// The numbers of x86, arm and most others: what is assumed where nobody says what the machine was.
    public static final Errno GENERIC = new Errno(ErrnoTables.GENERIC);

    private static final int LARGEST = 4095;
    private static final Map<String, Errno> OWN = Map.of(
            "alpha", new Errno(ErrnoTables.ALPHA),
            "mips", new Errno(ErrnoTables.MIPS),
            "parisc", new Errno(ErrnoTables.PARISC),
            "sparc", new Errno(ErrnoTables.SPARC),
            "powerpc", new Errno(ErrnoTables.GENERIC, ErrnoTables.POWERPC));

    private final Map<String, Integer> numbers;
    private final Map<Integer, String> names;

    /// @param later wins where an architecture gives a name another number, or a number another name
    private Errno(String... later) {
        Map<String, Integer> read = new LinkedHashMap<>();
        read(ErrnoTables.COMMON, read);
        for (String table : later) {
            read(table, read);
        }
        read(ErrnoTables.KERNEL, read);
        Map<Integer, String> back = new HashMap<>();
        read.forEach((name, number) -> back.put(number, name));
        String[] aliases = words(ErrnoTables.ALIASES);
        for (int i = 0; i < aliases.length; i += 2) {
            Integer number = read.get(aliases[i]);
            if (number != null) {
                read.putIfAbsent(aliases[i + 1], number);
            }
        }
        this.numbers = Map.copyOf(read);
        this.names = Map.copyOf(back);
    }

    private static void read(String table, Map<String, Integer> numbers) {
        int next = 0;
        for (String word : words(table)) {
            if (Character.isDigit(word.charAt(0))) {
                next = Integer.parseInt(word);
            } else {
                numbers.put(word, next++);
            }
        }
    }

    private static String[] words(String table) {
        return table.strip().split("\\s+", -1);
    }

    /// As an architecture numbers them.
    ///
    /// @param architecture its folder below `arch/`: `x86`, `mips`
    public static Errno of(String architecture) {
        return OWN.getOrDefault(architecture, GENERIC);
    }

    /// Every number that a name has on any architecture; none for what names no error.
    public static SortedSet<Integer> anywhere(String name) {
        SortedSet<Integer> all = new TreeSet<>();
        for (Errno one : OWN.values()) {
            all.addAll(number(one, name));
        }
        all.addAll(number(GENERIC, name));
        return Collections.unmodifiableSortedSet(all);
    }

    private static Set<Integer> number(Errno errno, String name) {
        int number = errno.number(name);
        return number < 0 ? Set.of() : Set.of(number);
    }

    /// Number of a name, or -1.
    public int number(String name) {
        return numbers.getOrDefault(name, -1);
    }

    /// Name of a positive number, or null. Of the names that share a number, the one that others stand for.
    public @Nullable String name(int number) {
        return names.get(number);
    }

    /// A result as a kernel developer writes it: `-EINVAL`, or the number where it is no errno.
    public String result(long value) {
        String name = value < 0 && value >= -LARGEST ? name((int) -value) : null;
        return name == null ? String.valueOf(value) : "-" + name;
    }

    /// All names, in no order.
    public Set<String> all() {
        return numbers.keySet();
    }

    /// Errno that a kernel function's return value stands for: 22 for -22; 0 where it is no error.
    public static int ofReturn(long value) {
        return value < 0 && value >= -LARGEST ? (int) -value : 0;
    }
}
