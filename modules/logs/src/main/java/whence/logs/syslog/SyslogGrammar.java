package whence.logs.syslog;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.logs.line.Grammar;
import whence.logs.line.LineHead;
import whence.logs.stamp.Cursor;
import whence.logs.stamp.Stamp;
import whence.logs.stamp.StampText;
import whence.logs.text.Sender;
import whence.timeline.Events;

/// Lines of syslog files: RFC 3164 and rsyslog's ISO stamps (`<pri>` optional), RFC 5424. Kernel lines carry the
/// kernel's own stamp in front of the message as well.
final class SyslogGrammar implements Grammar {
    @Override
    public @Nullable LineHead head(String line) {
        Cursor at = new Cursor(line, 0);
        int coded = coded(at);
        if (coded >= 0 && at.take("1 ")) {
            return Rfc5424.head(at, coded);
        }
        Stamp stamp = StampText.bare(at);
        Sender sender = stamp == null || stamp instanceof Stamp.Epoch ? null : Sender.of(line, at);
        if (stamp == null || sender == null) {
            return null;
        }
        Stamp kernel = Stamp.NONE;
        int messageStart = sender.messageStart();
        if ("kernel".equals(sender.identifier())) {
            Cursor message = new Cursor(line, messageStart);
            Stamp inside = StampText.bracketed(message);
            if (inside instanceof Stamp.Since) {
                message.take(' ');
                kernel = inside;
                messageStart = message.at();
            }
        }
        return new LineHead(
                stamp,
                kernel,
                coded < 0 ? -1 : coded & 7,
                coded < 0 ? -1 : coded >> 3,
                null,
                sender.host(),
                sender.identifier(),
                sender.pid(),
                messageStart);
    }

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

    @Override
    public EventKind kind(LineHead head) {
        return head.kernel() ? EventKind.KERNEL : EventKind.LOG;
    }

    @Override
    public Clock countingClock(LineHead head) {
        return Clock.PRINTK;
    }

    /// Undoes rsyslog's `#177`: a control character as three octal digits.
    @Override
    public byte[] decode(byte[] message) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(message.length);
        for (int at = 0; at < message.length; at++) {
            int control = message[at] == '#' ? control(message, at) : -1;
            decoded.write(control < 0 ? message[at] : control);
            at += control < 0 ? 0 : 3;
        }
        return decoded.toByteArray();
    }

    private static int control(byte[] bytes, int at) {
        if (at + 3 >= bytes.length) {
            return -1;
        }
        int value = 0;
        for (int i = 1; i <= 3; i++) {
            int digit = bytes[at + i] - '0';
            if (digit < 0 || digit > 7) {
                return -1;
            }
            value = value << 3 | digit;
        }
        return value < 0x20 || value == 0x7f ? value : -1;
    }

    /// RFC 5424: `VERSION TIMESTAMP HOST APP PROCID MSGID [structured data] message`.
    private static final class Rfc5424 {
        static @Nullable LineHead head(Cursor at, int coded) {
            Stamp stamp = at.take('-') ? Stamp.NONE : StampText.bare(at);
            if (stamp == null || !at.take(' ')) {
                return null;
            }
            String host = at.word("");
            at.take(' ');
            String app = at.word("");
            at.take(' ');
            long pid = at.digitHere() ? at.digits(9) : Events.NO_PID;
            at.word("");
            at.take(' ');
            at.word("");
            at.take(' ');
            structured(at);
            at.take(' ');
            at.take("\u00ef\u00bb\u00bf");
            return new LineHead(
                    stamp, Stamp.NONE, coded & 7, coded >> 3, null, nil(host), nil(app), (int) pid, at.at());
        }

        private static @Nullable String nil(String word) {
            return word.isEmpty() || word.equals("-") ? null : word;
        }

        private static void structured(Cursor at) {
            if (at.take('-')) {
                return;
            }
            while (at.take('[')) {
                boolean quoted = false;
                while (!at.atEnd() && (quoted || at.peek() != ']')) {
                    if (at.peek() == '\\') {
                        at.to(at.at() + 1);
                    } else if (at.peek() == '"') {
                        quoted = !quoted;
                    }
                    at.to(at.at() + 1);
                }
                at.take(']');
            }
        }
    }
}
