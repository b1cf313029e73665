package whence.bytes.unpack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import whence.bytes.Bytes;

/// A zstd stream without its skippable frames, which the Java decoder rejects (RFC 8878, 3.1.2). Between frames it
/// looks for them; inside a frame it follows the block headers to know where the frame ends.
final class ZstdFrames extends InputStream {
    private static final int FRAME = 0xFD2FB528;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int SKIPPABLE_MASK = 0xFFFFFFF0;

    private final InputStream in;
    /// Header bytes that were read ahead and go out next.
    private final byte[] ahead = new byte[32];
    private int aheadAt;
    private int aheadEnd;
    /// Bytes of the current block that pass unseen.
    private long pass;
    private State state = State.BETWEEN;
    private boolean checksum;
    private boolean first = true;

    private enum State {
        BETWEEN,
        BLOCKS,
        LAST_BLOCK,
        END,
        /// Something that is no frame: the decoder shall say so.
        RAW
    }

    ZstdFrames(InputStream in) {
        this.in = in;
    }

    static boolean skippable(Bytes bytes, long offset) {
        return bytes.size() - offset >= 8 && (bytes.i32(offset) & SKIPPABLE_MASK) == SKIPPABLE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (aheadAt == aheadEnd && pass == 0 && state != State.RAW) {
            if (state == State.END || !advance()) {
                return -1;
            }
        }
        if (aheadAt < aheadEnd) {
            int count = Math.min(length, aheadEnd - aheadAt);
            System.arraycopy(ahead, aheadAt, target, offset, count);
            aheadAt += count;
            return count;
        }
        int count = in.read(target, offset, state == State.RAW ? length : (int) Math.min(length, pass));
        pass -= state == State.RAW ? 0 : Math.max(0, count);
        return count;
    }

    private boolean advance() throws IOException {
        aheadAt = 0;
        aheadEnd = 0;
        switch (state) {
            case BETWEEN -> {
                return frame();
            }
            case BLOCKS -> block();
            case LAST_BLOCK -> {
                pass = checksum ? 4 : 0;
                state = State.BETWEEN;
            }
            case END, RAW -> throw new IllegalStateException(state.name());
        }
        return true;
    }

    private boolean frame() throws IOException {
        if (take(4) < 4) {
            state = first && aheadEnd > 0 ? State.RAW : State.END;
            aheadEnd = first ? aheadEnd : 0;
            return aheadEnd > 0;
        }
        int magic = word(0);
        if ((magic & SKIPPABLE_MASK) == SKIPPABLE) {
            need(4);
            in.skipNBytes(Integer.toUnsignedLong(word(4)));
            aheadEnd = 0;
        } else if (magic == FRAME) {
            need(1);
            int descriptor = ahead[4];
            checksum = (descriptor & 4) != 0;
            need(headerRest(descriptor));
            state = State.BLOCKS;
            first = false;
        } else {
            // Behind a frame it is not the decoder's: it would throw away what it has decoded and not yet handed out.
            state = first ? State.RAW : State.END;
            aheadEnd = first ? aheadEnd : 0;
        }
        return true;
    }

    /// Bytes of the frame header behind its descriptor byte.
    private static int headerRest(int descriptor) {
        int dictionary = new int[] {0, 1, 2, 4}[descriptor & 3];
        boolean single = (descriptor & 0x20) != 0;
        int size = new int[] {single ? 1 : 0, 2, 4, 8}[(descriptor >> 6) & 3];
        return (single ? 0 : 1) + dictionary + size;
    }

    private void block() throws IOException {
        need(3);
        int header = (ahead[0] & 0xff) | (ahead[1] & 0xff) << 8 | (ahead[2] & 0xff) << 16;
        boolean runLength = (header >> 1 & 3) == 1;
        pass = runLength ? 1 : header >> 3;
        state = (header & 1) != 0 ? State.LAST_BLOCK : State.BLOCKS;
    }

    private int word(int at) {
        return (ahead[at] & 0xff) | (ahead[at + 1] & 0xff) << 8 | (ahead[at + 2] & 0xff) << 16 | ahead[at + 3] << 24;
    }

    private int take(int count) throws IOException {
        int got = in.readNBytes(ahead, aheadEnd, count);
        aheadEnd += got;
        return got;
    }

    private void need(int count) throws IOException {
        if (take(count) < count) {
            throw new EOFException("the zstd stream ends inside a header");
        }
    }
}
