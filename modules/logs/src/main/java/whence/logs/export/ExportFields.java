package whence.logs.export;

import java.nio.charset.StandardCharsets;
import whence.bytes.Bytes;

/// Walks the fields of one entry in systemd's export format: `NAME=value` lines, or a line `NAME`, eight bytes of
/// little-endian length, that many bytes and a line end. An empty line ends the entry.
///
/// Format: systemd's `docs/JOURNAL_EXPORT_FORMATS.md`.
final class ExportFields {
    private static final int LONGEST_NAME = 256;

    private final Bytes bytes;
    private final long limit;
    private long at;
    private long nameStart;
    private long nameEnd;
    private long valueStart;
    private long valueEnd;
    private boolean damaged;

    ExportFields(Bytes bytes, long from, long limit) {
        this.bytes = bytes;
        this.at = from;
        this.limit = limit;
    }

    /// Goes to the next field; false at the end of the entry, or where it is [#damaged].
    boolean next() {
        if (at >= limit) {
            return false;
        }
        long lf = bytes.indexOf((byte) '\n', at, limit);
        long end = lf < 0 ? limit : lf;
        if (end == at) {
            at++;
            return false;
        }
        nameStart = at;
        long equals = bytes.indexOf((byte) '=', at, Math.min(end, at + LONGEST_NAME));
        nameEnd = equals < 0 ? end : equals;
        if (equals < 0) {
            return binary(end + 1);
        }
        valueStart = equals + 1;
        valueEnd = end;
        at = end + 1;
        return true;
    }

    private boolean binary(long lengthAt) {
        if (nameEnd - nameStart > LONGEST_NAME || lengthAt > limit - 8) {
            damaged = true;
            return false;
        }
        long length = bytes.i64(lengthAt);
        valueStart = lengthAt + 8;
        if (length < 0 || length > limit - valueStart) {
            damaged = true;
            return false;
        }
        valueEnd = valueStart + length;
        if (valueEnd < limit && bytes.at(valueEnd) != '\n') {
            damaged = true;
            return false;
        }
        at = valueEnd + 1;
        return true;
    }

    /// Where the walk stands: behind the entry's empty line, or at the field that cannot be read.
    long at() {
        return Math.min(at, limit);
    }

    boolean damaged() {
        return damaged;
    }

    String name() {
        return bytes.text(nameStart, (int) Math.min(nameEnd - nameStart, LONGEST_NAME));
    }

    long valueLength() {
        return valueEnd - valueStart;
    }

    /// The value, up to `most` bytes of it.
    byte[] value(int most) {
        return bytes.copy(valueStart, (int) Math.min(valueEnd - valueStart, most));
    }

    boolean named(String name) {
        return nameEnd - nameStart == name.length()
                && bytes.startsWith(name.getBytes(StandardCharsets.US_ASCII), nameStart);
    }
}
