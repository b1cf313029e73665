package whence.logs.journal.file;

/// The hash that a data object says its payload has, uncompressed: SipHash-2-4 with the file's id for a key in files
/// with keyed hashes, Bob Jenkins' lookup3 (both halves, started at 0) in others. Written from the descriptions of
/// both; never needed for reading, only for telling whether a payload is still what was written.
public final class PayloadHash {
    private static final int JENKINS_BLOCK = 12;

    private PayloadHash() {}

    /// Whether the payload in `[0, length)` of `bytes` is the one that the object at `data` was made for.
    public static boolean fits(JournalFile file, long data, byte[] bytes, int length) {
        boolean keyed = (file.header().incompatible() & JournalHeader.KEYED_HASH) != 0;
        long hash = keyed ? sip(file.bytes().i64(24), file.bytes().i64(32), bytes, length) : jenkins(bytes, length);
        return hash == file.bytes().i64(data + 16);
    }

    public static long sip(long key0, long key1, byte[] bytes, int length) {
        long[] v = {
            key0 ^ 0x736f6d6570736575L,
            key1 ^ 0x646f72616e646f6dL,
            key0 ^ 0x6c7967656e657261L,
            key1 ^ 0x7465646279746573L
        };
        int whole = length & ~7;
        for (int at = 0; at < whole; at += 8) {
            compress(v, LittleEndian.i64(bytes, at));
        }
        long last = (long) length << 56;
        for (int i = whole; i < length; i++) {
            last |= (bytes[i] & 0xffL) << (8 * (i - whole));
        }
        compress(v, last);
        v[2] ^= 0xff;
        for (int i = 0; i < 4; i++) {
            round(v);
        }
        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }

    private static void compress(long[] v, long word) {
        v[3] ^= word;
        round(v);
        round(v);
        v[0] ^= word;
    }

    private static void round(long[] v) {
        v[0] += v[1];
        v[1] = Long.rotateLeft(v[1], 13) ^ v[0];
        v[0] = Long.rotateLeft(v[0], 32);
        v[2] += v[3];
        v[3] = Long.rotateLeft(v[3], 16) ^ v[2];
        v[0] += v[3];
        v[3] = Long.rotateLeft(v[3], 21) ^ v[0];
        v[2] += v[1];
        v[1] = Long.rotateLeft(v[1], 17) ^ v[2];
        v[2] = Long.rotateLeft(v[2], 32);
    }

    public static long jenkins(byte[] bytes, int length) {
        int start = 0xdeadbeef + length;
        int[] s = {start, start, start};
        int at = 0;
        for (; length - at > JENKINS_BLOCK; at += JENKINS_BLOCK) {
            add(s, bytes, at, JENKINS_BLOCK);
            mix(s);
        }
        if (at < length) {
            add(s, bytes, at, length - at);
            finish(s);
        }
        return (long) s[2] << 32 | Integer.toUnsignedLong(s[1]);
    }

    private static void add(int[] s, byte[] bytes, int at, int count) {
        for (int i = 0; i < count; i++) {
            s[i >> 2] += (bytes[at + i] & 0xff) << (8 * (i & 3));
        }
    }

    private static void mix(int[] s) {
        step(s, 0, 2, 1, 4);
        step(s, 1, 0, 2, 6);
        step(s, 2, 1, 0, 8);
        step(s, 0, 2, 1, 16);
        step(s, 1, 0, 2, 19);
        step(s, 2, 1, 0, 4);
    }

    private static void step(int[] s, int changed, int by, int grown, int turn) {
        s[changed] -= s[by];
        s[changed] ^= Integer.rotateLeft(s[by], turn);
        s[by] += s[grown];
    }

    private static void finish(int[] s) {
        int[][] order = {{2, 1, 14}, {0, 2, 11}, {1, 0, 25}, {2, 1, 16}, {0, 2, 4}, {1, 0, 14}, {2, 1, 24}};
        for (int[] one : order) {
            s[one[0]] ^= s[one[1]];
            s[one[0]] -= Integer.rotateLeft(s[one[1]], one[2]);
        }
    }
}
