package whence.source.logs.printer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which functions and macros print to the kernel log, and in which argument their format stands.
///
/// Found in the tree itself, from the function that takes in every message: whatever hands its own format to
/// something that prints, prints. That is repeated until nothing new is found, on sets, so the order of files does
/// not matter.
public final class Printers {
    private static final int DEPTH = 6;
    /// Names that hand a message on to each other; a kernel has a dozen in a row.
    private static final int MOST_ROUNDS = 100;

    private final Map<String, Long> arguments = new HashMap<>();
    private final Map<String, Set<MacroShape>> macros = new HashMap<>();
    private final List<Candidate> functions = new ArrayList<>();
    private final Map<String, Set<String>> messages = new HashMap<>();

    /// A function that takes a format.
    ///
    /// @param format which parameter that is, from 0
    /// @param callees what it calls
    /// @param outer what it calls with a format of its own that takes a whole message (`%pV`)
    /// @param buffered what it calls with a format that can take a message it has printed into a buffer (`%s`)
    public record Candidate(
            String name, int format, Set<String> callees, Set<String> outer, Set<String> buffered, boolean takesList) {}

    /// Begins with what the kernel prints with at the bottom ([BasePrinters]).
    public Printers() {
        BasePrinters.all().forEach((name, format) -> arguments.put(name, 1L << format));
    }

    /// Adds a macro that calls something; a name may have several bodies.
    public void macro(String name, MacroShape shape) {
        macros.computeIfAbsent(name, any -> new HashSet<>()).add(shape);
    }

    /// Adds a function that takes a format.
    public void function(Candidate candidate) {
        functions.add(candidate);
    }

    /// Adds a function that prints a message it is handed ready made, in a `struct va_format`, with what it calls for
    /// that: who calls it prints as if it had called `vprintk`.
    public void message(String name, Set<String> callees) {
        messages.computeIfAbsent(name, any -> new HashSet<>()).addAll(callees);
    }

    /// Bit k is set where argument k of the name is a format that is printed.
    public Map<String, Long> find() {
        Set<String> lists = new HashSet<>(BasePrinters.LISTS);
        boolean more = true;
        for (int round = 0; more && round < MOST_ROUNDS; round++) {
            more = false;
            for (Candidate function : functions) {
                more |= takes(function, lists) && learn(function.name(), function.format());
                if (function.takesList() && arguments.containsKey(function.name())) {
                    more |= lists.add(function.name());
                }
            }
            for (Map.Entry<String, Set<String>> message : messages.entrySet()) {
                more |= prints(message.getValue()) && lists.add(message.getKey());
            }
            for (Map.Entry<String, Set<MacroShape>> macro : macros.entrySet()) {
                for (MacroShape shape : macro.getValue()) {
                    more |= learn(macro.getKey(), shape);
                }
            }
        }
        return new TreeMap<>(arguments);
    }

    private boolean takes(Candidate function, Set<String> lists) {
        for (String callee : function.callees()) {
            if (lists.contains(callee) && !callee.equals(function.name())) {
                return true;
            }
        }
        return prints(function.outer()) || prints(function.buffered());
    }

    private boolean prints(Set<String> callees) {
        for (String callee : callees) {
            if (arguments.containsKey(callee)) {
                return true;
            }
        }
        return false;
    }

    private boolean learn(String name, MacroShape shape) {
        boolean more = handsOn(name, shape.handsAllTo());
        for (MacroShape.Call call : shape.calls()) {
            for (int position : formats(call.callee(), words(call), DEPTH)) {
                int source = shape.source(call, position);
                more |= source >= 0 && learn(name, source);
            }
        }
        return more;
    }

    /// `#define ACPI_ERROR(plist) acpi_error plist`: the format's place may be taken by a macro that stands for several
    /// arguments, so it may come before where the function has it.
    private boolean handsOn(String name, @Nullable String whole) {
        boolean more = false;
        long bits = whole == null ? 0 : arguments.getOrDefault(whole, 0L);
        for (int position = 0; bits != 0 && bits >>> position != 0; position++) {
            more |= learn(name, position);
        }
        return more;
    }

    private boolean learn(String name, int format) {
        if (format < 0 || format > 30) {
            return false;
        }
        long before = arguments.getOrDefault(name, 0L);
        arguments.put(name, before | (1L << format));
        return arguments.get(name) != before;
    }

    private static List<String> words(MacroShape.Call call) {
        List<String> words = new ArrayList<>();
        call.arguments().forEach(argument -> words.add(argument.word() == null ? "" : argument.word()));
        return words;
    }

    /// The positions at which a call takes formats: what its name prints, and what a macro hands to one of its
    /// arguments, as `printk_index_wrap(_printk, fmt, …)` does.
    private Set<Integer> formats(String callee, List<String> words, int depth) {
        Set<Integer> positions = new HashSet<>();
        long bits = arguments.getOrDefault(callee, 0L);
        for (int k = 0; bits >>> k != 0; k++) {
            if (((bits >>> k) & 1) != 0) {
                positions.add(k);
            }
        }
        if (depth > 0) {
            for (MacroShape shape : macros.getOrDefault(callee, Set.of())) {
                handedOn(shape, words, depth, positions);
            }
        }
        return positions;
    }

    private void handedOn(MacroShape shape, List<String> words, int depth, Set<Integer> positions) {
        for (MacroShape.Call call : shape.calls()) {
            int by = call.parameter();
            if (by < 0 || by >= words.size() || words.get(by).isEmpty()) {
                continue;
            }
            for (int position : formats(words.get(by), List.of(), depth - 1)) {
                int source = shape.source(call, position);
                if (source >= 0) {
                    positions.add(source);
                }
            }
        }
    }
}
