package whence.traces.text;

import java.nio.charset.StandardCharsets;

/// Turns bytes of a trace into strings that occur again and again (names of calls, tasks, functions) without making a
/// new string for each occurrence. One thread.
public final class Words {
    private static final int SLOTS = 1 << 12;

    private final String[] slots = new String[SLOTS];

    /// The text of `[from, to)`, each byte as the Latin-1 character of its value: lossless and comparable.
    public String latin(byte[] text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        String known = slots[slot];
        if (known != null && same(known, text, from, to)) {
            return known;
        }
        String fresh = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        slots[slot] = fresh;
        return fresh;
    }

    private static boolean same(String known, byte[] text, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != (text[from + i] & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
