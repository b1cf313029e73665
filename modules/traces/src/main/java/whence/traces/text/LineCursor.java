package whence.traces.text;

import whence.bytes.Bytes;
import whence.bytes.ShrunkException;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.timeline.EventsBuilder;

/// Walks the lines of a trace in copies on the heap, where a lexer reads them several times as fast as through
/// checked access to the mapping: `while (next()) … array()[from()] … array()[to() - 1]`.
///
/// A line ends at LF, and a CR before it is not part of the line. A line longer than a block makes the block grow to
/// hold it, up to [#LONGEST]; of a longer one only that much is shown, and [#cut] says so.
public final class LineCursor {
    /// Bytes of one line that are looked at.
    public static final int LONGEST = 64 << 20;

    private static final int BLOCK = 1 << 18;

    private final Bytes bytes;
    private final Watch watch;
    private byte[] block;
    private long blockStart;
    private int filled;
    private int from;
    private int to;
    private int next;
    private long number;
    private boolean cut;
    private long size;

    public LineCursor(Bytes bytes, Watch watch) {
        this.bytes = bytes;
        this.watch = watch;
        this.size = bytes.size();
        this.block = new byte[(int) Math.min(BLOCK, bytes.size())];
    }

    /// Goes to the next line; false at the end.
    public boolean next() {
        if (cut) {
            skipRest();
        }
        int lf = indexOfLf(next);
        while (lf < 0 && blockStart + filled < size && filled - next < LONGEST) {
            int looked = filled - next;
            refill();
            lf = indexOfLf(next + looked);
        }
        if (next >= filled) {
            return false;
        }
        cut = lf < 0 && blockStart + filled < size;
        from = next;
        to = lf < 0 ? filled : lf;
        next = lf < 0 ? filled : lf + 1;
        if (to > from && block[to - 1] == '\r') {
            to--;
        }
        number++;
        return true;
    }

    private int indexOfLf(int start) {
        for (int i = start; i < filled; i++) {
            if (block[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void refill() {
        watch.check();
        watch.progress(blockStart + next, bytes.size());
        int kept = filled - next;
        byte[] target = kept > block.length / 2 ? new byte[block.length * 2] : block;
        System.arraycopy(block, next, target, 0, kept);
        blockStart += next;
        int more = (int) Math.min(target.length - kept, size - blockStart - kept);
        block = target;
        filled = kept + copy(blockStart + kept, target, kept, more);
        next = 0;
    }

    /// Copies what is there. Another program may shorten the file meanwhile: the fault of the mapping may reach
    /// compiled code as an error of the machine, some instructions later.
    private int copy(long from, byte[] target, int at, int length) {
        try {
            bytes.copy(from, target, at, length);
            return length;
        } catch (ShrunkException | InternalError shrunk) {
            size = from;
            return 0;
        }
    }

    /// Records what a file that was shortened while it was read has lost; for the end of a reading.
    public void recordLoss(EventsBuilder events) {
        if (size < bytes.size()) {
            events.lose(
                    Loss.Kind.TRUNCATED,
                    number,
                    size,
                    bytes.size() - size,
                    Loss.UNKNOWN,
                    "the file became shorter while it was read");
        }
    }

    private void skipRest() {
        long lf = bytes.indexOf((byte) '\n', blockStart + filled, size);
        blockStart = lf < 0 ? size : lf + 1;
        filled = 0;
        next = 0;
        cut = false;
    }

    /// The array that holds the line; valid until the next call of [#next].
    public byte[] array() {
        return block;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    public int length() {
        return to - from;
    }

    /// Offset in the artifact of a place in [#array].
    public long offset(int at) {
        return blockStart + at;
    }

    /// Offset of the line in the artifact.
    public long offset() {
        return blockStart + from;
    }

    /// Number of the line, from 1.
    public long number() {
        return number;
    }

    /// Whether the line is longer than [#LONGEST], and only its start is shown.
    public boolean cut() {
        return cut;
    }
}
