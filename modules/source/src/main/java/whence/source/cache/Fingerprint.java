package whence.source.cache;

import java.nio.charset.StandardCharsets;

/// 64 bits that tell lists of things apart: each is folded in, in order.
public final class Fingerprint {
    private long value = 0x243f6a8885a308d3L;

    /// Of nothing yet.
    public Fingerprint() {}

    public void add(long part) {
        value = mix(value ^ mix(part + 0x9e3779b97f4a7c15L));
    }

    public void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            value = (value ^ (b & 0xff)) * 0x100000001b3L;
        }
        add(bytes.length);
    }

    public long value() {
        return value;
    }

    public static long of(String text) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(text);
        return fingerprint.value();
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
