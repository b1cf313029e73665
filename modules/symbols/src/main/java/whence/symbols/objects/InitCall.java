package whence.symbols.objects;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import whence.symbols.facts.SymbolTable;

/// An entry of the kernel's table of start functions. Its symbol holds, since Linux 5.11, the object it comes from
/// and the line it stands at: `__initcall__kmod_<object>__<counter>_<line>_<function><level>`. The entries of one
/// level stand in link order.
///
/// @param row in the table of symbols
/// @param object `KBUILD_MODNAME`: the file's name without ending, or that of the module it is part of
/// @param counter,line `__COUNTER__` and `__LINE__` where it was compiled
record InitCall(int row, String object, int counter, int line, String function, String level) {
    private static final byte[] PREFIX = "__initcall__kmod_".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FORM = Pattern.compile("__initcall__kmod_(.+?)__(\\d{1,8})_(\\d{1,8})_(.+?)"
            + "(early|rootfs|con|sec|0|1s?|2s?|3s?|4s?|5s?|6s?|7s?)");

    /// All entries, in the order of their addresses, or of the list where addresses are hidden.
    static List<InitCall> in(SymbolTable table) {
        int[] rows = table.addressesHidden() ? IntStream.range(0, table.count()).toArray() : table.byAddress();
        List<InitCall> calls = new ArrayList<>();
        for (int row : rows) {
            if (table.nameStartsWith(row, PREFIX)) {
                Matcher form = FORM.matcher(table.name(row));
                if (form.matches()) {
                    calls.add(new InitCall(
                            row,
                            form.group(1),
                            Integer.parseInt(form.group(2)),
                            Integer.parseInt(form.group(3)),
                            form.group(4),
                            form.group(5)));
                }
            }
        }
        return calls;
    }

    /// Whether both were compiled from the same line of one source: the macro counter and the line agree, and the
    /// names differ by added words only.
    boolean twinOf(InitCall other) {
        return counter == other.counter
                && line == other.line
                && level.equals(other.level)
                && !object.equals(other.object)
                && (adds(this, other) || adds(other, this));
    }

    private static boolean adds(InitCall plain, InitCall longer) {
        return adds(plain.function, longer.function) && adds(plain.object, longer.object);
    }

    /// Whether the words of `plain` all stand in `longer`, in order.
    private static boolean adds(String plain, String longer) {
        String[] words = longer.split("_", -1);
        int at = 0;
        for (String word : plain.split("_", -1)) {
            while (at < words.length && !words[at].equals(word)) {
                at++;
            }
            if (at++ == words.length) {
                return false;
            }
        }
        return true;
    }
}
