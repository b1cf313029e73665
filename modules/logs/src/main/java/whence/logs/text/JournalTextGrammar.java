package whence.logs.text;

import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.logs.line.Grammar;
import whence.logs.line.LineHead;
import whence.logs.line.Sgr;
import whence.logs.stamp.Cursor;
import whence.logs.stamp.Stamp;
import whence.logs.stamp.StampText;

/// Lines of `journalctl -o short` and its kin, in any language, coloured or not.
final class JournalTextGrammar implements Grammar {
    @Override
    public @Nullable LineHead head(String line) {
        Cursor at = new Cursor(line, 0);
        at.to(Sgr.length(line, 0));
        Stamp stamp = at.peek() == '[' ? StampText.bracketed(at) : StampText.bare(at);
        Sender sender = stamp == null ? null : Sender.of(line, at);
        if (stamp == null || sender == null) {
            return null;
        }
        return new LineHead(
                stamp,
                Stamp.NONE,
                -1,
                -1,
                null,
                sender.host(),
                sender.identifier(),
                sender.pid(),
                sender.messageStart());
    }

    @Override
    public EventKind kind(LineHead head) {
        return head.kernel() ? EventKind.KERNEL : EventKind.LOG;
    }

    /// `-- Boot 3f… --`, `-- Reboot --`, `-- Journal begins at …`.
    @Override
    public EventKind strayKind(String line) {
        return line.startsWith("-- ") ? EventKind.MARK : EventKind.OTHER;
    }

    /// Of kernel lines, journalctl shows the kernel's own stamp in the monotonic forms.
    @Override
    public Clock countingClock(LineHead head) {
        return head.kernel() ? Clock.PRINTK : Clock.MONOTONIC;
    }

    /// Takes journalctl's own colours off, which begin with a reset (`ESC [ 0 ; …`); colours that a program logged
    /// stay.
    @Override
    public byte[] decode(byte[] message) {
        boolean coloured = message.length > 4 && message[0] == 0x1b && message[2] == '0' && message[3] == ';';
        return coloured ? Sgr.strip(message) : message;
    }
}
