package whence.logs.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.logs.line.Grammar;
import whence.logs.line.GrammarReader;
import whence.logs.line.LineHead;
import whence.logs.line.LineLog;

/// Reads what a crashed kernel left in pstore: parts headed `Panic#2 Part3`, of which part 1 is the newest, and
/// ramoops' console headed `====1700000000.123-C`. The heads are marks; events stay in the order of the file.
public final class PstoreReader extends GrammarReader {
    private static final Pattern PART =
            Pattern.compile("(Oops|Panic|Emergency|Shutdown|Restart|Halt|Poweroff|Unknown)#\\d{1,9} Part ?\\d{1,9}");
    private static final Pattern RAMOOPS = Pattern.compile("====\\d+\\.\\d+(-[CD])?");

    /// A reader without state.
    public PstoreReader() {
        super("pstore", new Parts());
    }

    @Override
    public int sniff(Bytes head, String name) {
        long end = head.indexOf((byte) '\n', 0, Math.min(head.size(), 128));
        return end > 0 && isMark(LineLog.head(head, 0, end)) ? 96 : 0;
    }

    private static boolean isMark(String line) {
        String bare = line.strip();
        return PART.matcher(bare).matches() || RAMOOPS.matcher(bare).matches();
    }

    /// The kernel's lines and the heads between them.
    private static final class Parts implements Grammar {
        private final KernelGrammar kernel = new KernelGrammar();

        @Override
        public @Nullable LineHead head(String line) {
            return kernel.head(line);
        }

        @Override
        public EventKind kind(LineHead head) {
            return kernel.kind(head);
        }

        @Override
        public EventKind strayKind(String line) {
            return isMark(line) ? EventKind.MARK : EventKind.KERNEL;
        }

        @Override
        public Clock countingClock(LineHead head) {
            return Clock.PRINTK;
        }

        @Override
        public byte[] decode(byte[] message) {
            return message;
        }
    }
}
