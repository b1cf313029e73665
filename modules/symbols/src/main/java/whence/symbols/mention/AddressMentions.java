package whence.symbols.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the addresses that a line names, whatever wrote it: call traces and `RIP:` of an oops, `(caller+0x1/0x2 <-
/// probed)` of ftrace, `kprobes/list`, `kprobe_events`, perf and bpftrace stacks. Knows no kernel: whether a name
/// exists is for [whence.symbols.Symbols#locate] to say.
public final class AddressMentions {
    private static final int LONGEST = 64 << 10;
    private static final String HEXADECIMAL = "0x[0-9a-fA-F]{1,16}";
    /// Linux prints the build id of a module behind its name since 5.14.
    private static final String IN_MODULE = "(?:\\s{1,4}\\[([A-Za-z0-9_-]+)(?: [0-9a-f]{8,64})?])?";

    private static final Pattern ANY = Pattern.compile("(?<![\\w.$])([A-Za-z_][\\w.$]*)\\+(" + HEXADECIMAL
            + "|[0-9]{1,18})(?:/(" + HEXADECIMAL + "))?(?!\\w)" + IN_MODULE
            + "|<- ([A-Za-z_][\\w.$]*)" + IN_MODULE
            + "|(?<![\\w.+/-])(0x[0-9a-fA-F]{8,16}|[0-9a-f]{16}|(?<=\\[<)[0-9a-f]{8})(?![\\w-])");
    /// What kprobes/list puts in brackets behind the symbol, beside modules.
    private static final Set<String> FLAGS = Set.of("GONE", "DISABLED", "OPTIMIZED", "FTRACE");
    /// What stands before the name in a line of a call trace: nothing, a stamp, `kernel:`, the raw address, `?`.
    private static final Pattern TRACE_PREFIX =
            Pattern.compile("(?:.*(?:[]>|]|kernel:))?\\s*(?:\\? )?", Pattern.DOTALL);

    private AddressMentions() {}

    /// The mentions of a text, in order; of a very long one, those of its first 64 Ki characters.
    public static List<AddressMention> in(String text) {
        String looked = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        List<AddressMention> found = new ArrayList<>();
        Matcher any = ANY.matcher(looked);
        while (any.find()) {
            if (any.group(1) != null) {
                found.add(placed(any, looked));
            } else if (any.group(5) != null) {
                found.add(named(any, 5, 6, 0, -1, false));
            } else {
                raw(any, found);
            }
        }
        return found;
    }

    private static AddressMention placed(Matcher any, String text) {
        long offset = number(any.group(2));
        long size = any.group(3) == null ? -1 : number(any.group(3));
        return named(any, 1, 4, offset, size, size >= 0 && returned(text, any));
    }

    private static AddressMention named(
            Matcher any, int nameGroup, int moduleGroup, long offset, long size, boolean returned) {
        String module = any.group(moduleGroup) == null ? "" : any.group(moduleGroup);
        boolean flag = FLAGS.contains(module);
        int afterName = size >= 0 ? any.end(3) : nameGroup == 1 ? any.end(2) : any.end(5);
        int end = flag || module.isEmpty() ? afterName : any.end();
        return new AddressMention.Named(
                any.start(nameGroup), end, any.group(nameGroup), offset, size, flag ? "" : module, returned);
    }

    /// Lines of a call trace and callers of return probes say where control goes back to; `RIP:`, `pc :` and probes
    /// say where it is.
    private static boolean returned(String text, Matcher any) {
        boolean beforeProbed = text.startsWith(" <- ", any.end());
        int from = text.lastIndexOf('\n', any.start()) + 1;
        int to = text.indexOf('\n', any.end());
        boolean last = text.substring(any.end(), to < 0 ? text.length() : to).isBlank();
        return beforeProbed
                || (last && TRACE_PREFIX.matcher(text).region(from, any.start()).matches());
    }

    /// Sixteen digits without `0x` may be anything (a hash, an identifier): kernel addresses have their highest bit
    /// set.
    private static void raw(Matcher any, List<AddressMention> found) {
        String digits = any.group(7);
        boolean marked = digits.startsWith("0x");
        long address = Long.parseUnsignedLong(digits.substring(marked ? 2 : 0), 16);
        if (marked || address < 0 || digits.length() == 8) {
            found.add(new AddressMention.Raw(any.start(7), any.end(7), address));
        }
    }

    private static long number(String text) {
        return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseLong(text);
    }
}
