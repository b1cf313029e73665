package whence.logs.kernel;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.logs.line.Grammar;
import whence.logs.line.LineHead;
import whence.logs.line.Sgr;
import whence.logs.stamp.Cursor;
import whence.logs.stamp.Stamp;
import whence.logs.stamp.StampText;
import whence.timeline.Events;

/// Lines of dmesg in any of its forms, of pstore, vmcore-dmesg and crash: `<3>`, `kern  :err   : `, one or more
/// stamps, `[  T123]`, each of them optional, then the message.
final class KernelGrammar implements Grammar {
    private static final Stamp NONE = Stamp.NONE;

    private final boolean bare;

    KernelGrammar() {
        this(false);
    }

    /// @param bare whether further lines of a message stand at the margin, as vmcore-dmesg writes them
    KernelGrammar(boolean bare) {
        this.bare = bare;
    }

    @Override
    public boolean continuesBare() {
        return bare;
    }

    @Override
    public @Nullable LineHead head(String line) {
        Cursor at = new Cursor(line, 0);
        colours(at, line);
        int coded = coded(at);
        int level = coded < 0 ? -1 : coded & 7;
        int facility = coded < 0 ? -1 : coded >> 3;
        if (coded < 0) {
            int[] named = named(at);
            level = named[1];
            facility = named[0];
        }
        colours(at, line);
        Stamp first = stamp(at, line);
        Stamp second = first instanceof Stamp.None ? NONE : stamp(at, line);
        String caller = caller(at);
        if (first instanceof Stamp.None && level < 0 && caller == null) {
            return null;
        }
        int late = coded(at);
        level = late < 0 ? level : late & 7;
        return new LineHead(first, second, level, facility, caller, null, null, Events.NO_PID, at.at());
    }

    private static Stamp stamp(Cursor at, String line) {
        Stamp stamp = at.peek() == '[' ? StampText.bracketed(at) : at.digitHere() ? StampText.bare(at) : null;
        if (stamp == null) {
            return NONE;
        }
        colours(at, line);
        at.take(' ');
        colours(at, line);
        return stamp;
    }

    private static void colours(Cursor at, String line) {
        for (int length = Sgr.length(line, at.at()); length > 0; length = Sgr.length(line, at.at())) {
            at.to(at.at() + length);
        }
    }

    /// `<30>`: facility * 8 + level.
    private static int coded(Cursor at) {
        int from = at.at();
        if (at.take('<')) {
            long number = at.digits(3);
            if (number >= 0 && number < 192 && at.take('>')) {
                return (int) number;
            }
        }
        at.to(from);
        return -1;
    }

    /// `kern  :err   : `, as facility and level.
    private static int[] named(Cursor at) {
        int from = at.at();
        int facility = Severity.facility(at.word(":["));
        at.blanks();
        if (facility >= 0 && at.take(':')) {
            int level = Severity.level(at.word(":["));
            at.blanks();
            if (level >= 0 && at.take(": ")) {
                return new int[] {facility, level};
            }
        }
        at.to(from);
        return new int[] {-1, -1};
    }

    /// `[  T123] ` or `[    C0] `: the task or the processor that printed.
    private static @Nullable String caller(Cursor at) {
        int from = at.at();
        if (at.take('[')) {
            at.blanks();
            char who = at.peek();
            int start = at.at();
            if (who == 'T' || who == 'C') {
                at.to(start + 1);
                long number = at.digits(10);
                if (number >= 0 && at.take(']')) {
                    at.take(' ');
                    return who + Long.toString(number);
                }
            }
        }
        at.to(from);
        return null;
    }

    /// Facilities other than the kernel's come from programs that write into its log.
    @Override
    public EventKind kind(LineHead head) {
        return head.facility() > 0 ? EventKind.LOG : EventKind.KERNEL;
    }

    @Override
    public EventKind strayKind(String line) {
        return EventKind.KERNEL;
    }

    @Override
    public Clock countingClock(LineHead head) {
        return Clock.PRINTK;
    }

    @Override
    public boolean countsDates() {
        return true;
    }

    /// Undoes dmesg's `\x7f`. It leaves printable bytes alone, so `\x2d` was written like that by the program that
    /// logged it.
    @Override
    public byte[] decode(byte[] message) {
        return unescape(Sgr.strip(message), false);
    }

    /// Undoes `\xNN`.
    ///
    /// @param all also of bytes that can be printed: in `/dev/kmsg` the backslash itself is escaped
    static byte[] unescape(byte[] plain, boolean all) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(plain.length);
        for (int at = 0; at < plain.length; at++) {
            int value = plain[at] == '\\' ? escape(plain, at) : -1;
            boolean escaped = value >= 0 && (all || value < 0x20 || value >= 0x7f);
            decoded.write(escaped ? value : plain[at]);
            at += escaped ? 3 : 0;
        }
        return decoded.toByteArray();
    }

    private static int escape(byte[] bytes, int at) {
        if (at + 3 >= bytes.length || bytes[at + 1] != 'x') {
            return -1;
        }
        int high = Character.digit(bytes[at + 2], 16);
        int low = Character.digit(bytes[at + 3], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
