package whence.logs.journal.print;

/// Which names of fields journalctl prints: capitals, digits and underscores, up to 64, no digit first.
final class FieldNames {
    private static final int LONGEST = 64;

    private FieldNames() {}

    /// Length of the name in `NAME=value`; -1 where it is none.
    static int length(byte[] payload, int limit) {
        for (int i = 0; i < limit && i <= LONGEST; i++) {
            byte b = payload[i];
            if (b == '=') {
                return i == 0 ? -1 : i;
            }
            boolean digit = b >= '0' && b <= '9';
            if (!(b >= 'A' && b <= 'Z') && b != '_' && !(digit && i > 0)) {
                return -1;
            }
        }
        return -1;
    }
}
