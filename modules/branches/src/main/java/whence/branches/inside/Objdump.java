package whence.branches.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what `objdump -dl` prints of one function. Whatever does not look like it is passed over.
public final class Objdump {
    private static final int MOST = 100_000;
    private static final Pattern HEAD = Pattern.compile("^([0-9a-f]{1,16}) <([^>]{1,200})>:$");
    private static final Pattern WHERE = Pattern.compile("^(\\S{1,400}):(\\d{1,7})(?: \\(discriminator \\d+\\))?$");
    /// Address, bytes (left out with `--no-show-raw-insn`), mnemonic. Conditional: the jumps of x86 but `jmp`, and the
    /// compare-and-branches of arm64.
    private static final Pattern CODE = Pattern.compile(
            "^\\s*([0-9a-f]{1,16}):\\t(?:(?:[0-9a-f]{2,8} )+\\s*(?:\\t(\\S{1,20}).*)?|([a-z]\\S{0,19})(?: .*)?)$");
    private static final Pattern CONDITIONAL = Pattern.compile("j(?!mp).{1,5}|b\\.\\w{2}|cbn?z|tbn?z");

    private Objdump() {}

    /// The instructions of a function in the order of the text; none where the text does not hold it. Where it holds
    /// several of the name, those of the first.
    public static List<Instruction> instructions(String text, String function) {
        List<Instruction> found = new ArrayList<>();
        long start = 0;
        boolean inside = false;
        String file = "";
        int line = 0;
        for (String each : (Iterable<String>) text.lines()::iterator) {
            Matcher head = HEAD.matcher(each);
            if (head.matches()) {
                if (inside) {
                    break;
                }
                inside = head.group(2).equals(function);
                start = Long.parseUnsignedLong(head.group(1), 16);
                continue;
            }
            Matcher where = WHERE.matcher(each);
            Matcher code = CODE.matcher(each);
            String mnemonic = code.matches() ? mnemonic(code) : null;
            if (inside && where.matches()) {
                file = where.group(1);
                line = Integer.parseInt(where.group(2));
            } else if (inside && mnemonic != null && found.size() < MOST) {
                long offset = Long.parseUnsignedLong(code.group(1), 16) - start;
                found.add(new Instruction(
                        offset, file, line, CONDITIONAL.matcher(mnemonic).matches()));
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable String mnemonic(Matcher code) {
        return code.group(2) == null ? code.group(3) : code.group(2);
    }
}
