package whence.logs.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.logs.line.Grammar;
import whence.logs.line.GrammarReader;
import whence.logs.line.LineHead;
import whence.logs.line.LineLog;
import whence.logs.line.Sgr;
import whence.logs.stamp.Cursor;
import whence.logs.stamp.Stamp;
import whence.logs.stamp.StampText;
import whence.timeline.Events;

/// Reads what a serial console showed: firmware, boot loader, kernel lines and logins in one stream. A kernel line
/// may start behind a prompt that was waiting there; what is no kernel line is output.
public final class ConsoleReader extends GrammarReader {
    private static final Pattern STAMP = Pattern.compile("\\[ {0,6}\\d{1,7}\\.\\d{6}\\]");

    /// A reader without state.
    public ConsoleReader() {
        super("console", new Screen());
    }

    /// Like a kernel log, with what only a terminal has: carriage returns, cursor commands, stamps inside lines.
    @Override
    public int sniff(Bytes head, String name) {
        Lines lines = new Lines(head);
        int stamped = 0;
        int terminal = 0;
        int total = 0;
        while (total < 2000 && lines.next()) {
            String line = LineLog.head(head, lines.start(), lines.end());
            total++;
            Matcher stamp = STAMP.matcher(line);
            boolean found = stamp.find();
            stamped += found ? 1 : 0;
            boolean returns = lines.end() + 1 < lines.nextStart();
            terminal += returns || line.contains("\u001b[2J") || (found && stamp.start() > 0 && line.charAt(0) == 0x1b)
                    ? 1
                    : 0;
        }
        boolean console = stamped >= 3 && stamped * 5 >= total && terminal * 2 >= total;
        return console ? 80 : 0;
    }

    private static final class Screen implements Grammar {
        private final KernelGrammar kernel = new KernelGrammar();

        @Override
        public @Nullable LineHead head(String line) {
            Matcher found = STAMP.matcher(line);
            if (!found.find()) {
                return null;
            }
            Cursor at = new Cursor(line, found.start());
            Stamp stamp = StampText.bracketed(at);
            if (stamp == null) {
                return null;
            }
            LineHead rest = kernel.head(line.substring(found.start()));
            int start = rest == null ? at.at() : found.start() + rest.messageStart();
            String caller = rest == null ? null : rest.caller();
            int level = rest == null ? -1 : rest.priority();
            return new LineHead(stamp, Stamp.NONE, level, -1, caller, null, null, Events.NO_PID, start);
        }

        @Override
        public EventKind kind(LineHead head) {
            return EventKind.KERNEL;
        }

        @Override
        public EventKind strayKind(String line) {
            return EventKind.OUTPUT;
        }

        @Override
        public Clock countingClock(LineHead head) {
            return Clock.PRINTK;
        }

        @Override
        public byte[] decode(byte[] message) {
            return Sgr.strip(message);
        }
    }
}
