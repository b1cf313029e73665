package whence.timeline.filter.text;

import java.nio.charset.StandardCharsets;

/// A run of bytes to look for. The scan looks for the byte of it that is rarest in logs, eight bytes a step, and
/// compares there.
public final class Literal {
    /// Letters of log texts, commonest first; what is not among them is rarer.
    private static final String COMMON = " e0ta1oins2rl3d4:/cu5=-.pm6,7h8f9(g\")yb_v[]xk";

    private final byte[] bytes;
    private final int rarest;

    Literal(byte[] bytes) {
        this.bytes = bytes;
        int best = 0;
        for (int i = 1; i < bytes.length; i++) {
            best = rarity(bytes[i]) > rarity(bytes[best]) ? i : best;
        }
        this.rarest = best;
    }

    private static int rarity(byte b) {
        int place = COMMON.indexOf(b & 0xff);
        return place < 0 ? COMMON.length() : place;
    }

    /// In bytes.
    public int length() {
        return bytes.length;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// First place in `[from, to)` of the array, or -1.
    public int indexIn(byte[] text, int from, int to) {
        byte wanted = bytes[rarest];
        int last = to - bytes.length;
        int at = from;
        while (at <= last) {
            int hit = Swar.indexOf(text, wanted, at + rarest, last + rarest + 1);
            if (hit < 0) {
                return -1;
            }
            at = hit - rarest;
            if (equal(text, at)) {
                return at;
            }
            at++;
        }
        return -1;
    }

    private boolean equal(byte[] text, int at) {
        for (int i = 0; i < bytes.length; i++) {
            if (text[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
