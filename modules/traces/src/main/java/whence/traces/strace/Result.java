package whence.traces.strace;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import whence.traces.strace.value.Numbers;
import whence.traces.text.Ascii;
import whence.traces.text.Stamp;

/// What a call returned.
///
/// @param gap the spaces before `=`
/// @param written the value as written: `3`, `-1`, `0x7f00`, `?`; empty where there is none
/// @param decoration what strace knows about a returned descriptor, without its brackets; null where nothing
/// @param remark what stands behind the value: `EINVAL (Invalid argument)`, `(Timeout)`; empty where nothing
/// @param duration seconds the call took, as written; empty where strace did not measure
public record Result(String gap, String written, @Nullable String decoration, String remark, String duration) {
    /// The call did not return before the trace ended.
    public static final Result NONE = new Result("", "", null, "", "");

    /// The value; empty for `?`.
    public OptionalLong value() {
        Long value = Numbers.parse(written);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// Name of the error, or null. The kernel's own restart codes (`= ? ERESTARTSYS`) count.
    public @Nullable String errno() {
        int end = 0;
        while (end < remark.length() && Ascii.word((byte) remark.charAt(end))) {
            end++;
        }
        String name = remark.substring(0, end);
        return name.length() > 1 && name.charAt(0) == 'E' ? name : null;
    }

    /// Nanoseconds the call took, from where the kernel stopped it on entry to where it stopped it on exit.
    public OptionalLong durationNs() {
        byte[] text = duration.getBytes(StandardCharsets.ISO_8859_1);
        long ns = Stamp.seconds(text, 0, text.length);
        return ns == Stamp.NONE ? OptionalLong.empty() : OptionalLong.of(ns);
    }

    public String print() {
        if (written.isEmpty()) {
            return gap + remark;
        }
        return gap
                + "= "
                + written
                + (decoration == null ? "" : "<" + decoration + ">")
                + (remark.isEmpty() ? "" : (remark.startsWith("(deleted)") ? "" : " ") + remark)
                + (duration.isEmpty() ? "" : " <" + duration + ">");
    }

    /// Reads what stands behind the closing parenthesis.
    static Result of(byte[] text, int from, int to) {
        ResultScan scan = new ResultScan();
        if (!scan.read(text, from, to)) {
            int at = Ascii.skipSpaces(text, from, to);
            return new Result(latin(text, from, at), "", null, latin(text, at, to), "");
        }
        int behind = scan.decorationTo > 0 ? scan.decorationTo + 1 : scan.valueTo;
        int remark = Math.min(Ascii.skipSpaces(text, behind, scan.remarkTo), scan.remarkTo);
        return new Result(
                latin(text, from, scan.equals),
                latin(text, scan.valueFrom, scan.valueTo),
                scan.decorationTo > 0 ? latin(text, scan.valueTo + 1, scan.decorationTo) : null,
                latin(text, remark, scan.remarkTo),
                scan.durationFrom > 0 ? latin(text, scan.durationFrom, to - 1) : "");
    }

    private static String latin(byte[] text, int from, int to) {
        return new String(text, from, Math.max(0, to - from), StandardCharsets.ISO_8859_1);
    }
}
