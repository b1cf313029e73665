package whence.logs.journal.file;

import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.lz4.Lz4JavaDecompressor;
import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;
import whence.bytes.Bytes;

/// Reads the payload of data objects, `FIELD=value`, decompressing where needed. Holds one buffer that the next call
/// overwrites; one thread.
public final class Payloads {
    /// Payloads that claim to be larger are not read: a size is only eight bytes in a file.
    private static final int LARGEST = 128 << 20;
    /// Memory that the decoder of one xz stream may take, KiB.
    private static final int XZ_MEMORY_KB = 64 << 10;

    /// The head of a zstd frame is not longer, bytes.
    private static final int LONGEST_HEAD = 18;

    private static final int XZ = 1;
    private static final int LZ4 = 2;
    private static final int ZSTD = 4;
    /// Flags of an object whose payload is compressed.
    public static final int COMPRESSED = XZ | LZ4 | ZSTD;

    private static final byte[] NOTHING = {};
    private static final long NONE = -1;

    private final JournalFile file;
    private final Lz4JavaDecompressor lz4 = new Lz4JavaDecompressor();
    /// Made when first needed: its tables cost more than most payloads.
    private @Nullable ZstdJavaDecompressor zstd;

    private byte[] buffer = NOTHING;
    private int length;
    private String problem = "";
    /// Offset of the object whose payload is in the buffer.
    private long held = NONE;

    public Payloads(JournalFile file) {
        this.file = file;
    }

    /// The bytes of the last payload read, from 0 to [#length].
    public byte[] buffer() {
        return buffer;
    }

    public int length() {
        return length;
    }

    public byte[] copy(int from) {
        return Arrays.copyOfRange(buffer, from, length);
    }

    /// Why the last [#read] failed.
    public String problem() {
        return problem;
    }

    /// Reads the payload of the object at `data`; false where there is none that can be read.
    public boolean read(long data) {
        if (data == held) {
            return true;
        }
        length = 0;
        problem = "";
        held = NONE;
        boolean read = readAnew(data);
        held = read ? data : NONE;
        return read;
    }

    private boolean readAnew(long data) {
        if (!file.holdsData(data)) {
            return fail("no data object there");
        }
        Bytes bytes = file.bytes();
        long from = data + file.payloadStart();
        long size = file.size(data) - file.payloadStart();
        if (size > LARGEST) {
            return fail("a payload of " + size + " bytes is too large");
        }
        int flags = file.flags(data) & COMPRESSED;
        if (flags == 0) {
            room((int) size);
            bytes.copy(from, buffer, 0, (int) size);
            length = (int) size;
            return true;
        }
        return decompress(flags, bytes.copy(from, (int) size), 0, (int) size);
    }

    /// Decompresses a payload that the caller holds; false where it is damaged.
    ///
    /// @param objectFlags of its object, which say how
    public boolean unpack(int objectFlags, byte[] packed, int from, int size) {
        held = NONE;
        length = 0;
        return decompress(objectFlags & COMPRESSED, packed, from, size);
    }

    private boolean decompress(int flags, byte[] packed, int from, int size) {
        try {
            return switch (flags) {
                case LZ4 -> lz4(packed, from, size);
                case ZSTD -> zstd(packed, from, size);
                case XZ -> xz(packed, from, size);
                default -> fail("two compressions at once");
            };
        } catch (MalformedInputException | IndexOutOfBoundsException | IllegalArgumentException | IOException e) {
            length = 0;
            return fail("the compressed payload is damaged");
        }
    }

    private boolean lz4(byte[] packed, int from, int packedSize) {
        if (packedSize <= 8) {
            return fail("the compressed payload is too short");
        }
        long size = LittleEndian.i64(packed, from);
        // An LZ4 block cannot grow more than 255 times.
        if (size <= 0 || size > LARGEST || size > packedSize * 255L) {
            return fail("the compressed payload claims " + Long.toUnsignedString(size) + " bytes");
        }
        room((int) size);
        length = lz4.decompress(packed, from + 8, packedSize - 8, buffer, 0, (int) size);
        return length == size || fail("the compressed payload is damaged");
    }

    private boolean zstd(byte[] packed, int from, int packedSize) {
        long size = zstd().getDecompressedSize(packed, from, packedSize);
        if (size <= 0 || size > LARGEST) {
            return fail("the compressed payload does not say a believable size");
        }
        room((int) size);
        length = zstd().decompress(packed, from, packedSize, buffer, 0, (int) size);
        return length == size || fail("the compressed payload is damaged");
    }

    private ZstdJavaDecompressor zstd() {
        ZstdJavaDecompressor known = zstd;
        if (known == null) {
            known = new ZstdJavaDecompressor();
            zstd = known;
        }
        return known;
    }

    private boolean xz(byte[] packed, int from, int packedSize) throws IOException {
        try (XZInputStream in = new XZInputStream(new ByteArrayInputStream(packed, from, packedSize), XZ_MEMORY_KB)) {
            for (int read = 0; read >= 0; length += read) {
                if (length == LARGEST) {
                    return fail("the compressed payload is too large");
                }
                room(Math.min(LARGEST, Math.max(4096, length * 2)));
                read = in.read(buffer, length, buffer.length - length);
                if (read < 0) {
                    break;
                }
            }
        }
        return length > 0 || fail("the compressed payload is empty");
    }

    private void room(int size) {
        if (buffer.length < size) {
            buffer = length == 0
                    ? new byte[Math.max(size, 2 * Math.min(buffer.length, 1 << 20))]
                    : Arrays.copyOf(buffer, size);
        }
    }

    private boolean fail(String why) {
        problem = why;
        return false;
    }

    /// The value of the first item of `entry` whose payload starts with `prefix` (`MESSAGE=`); empty where there is
    /// none.
    public byte[] value(long entry, byte[] prefix) {
        for (int i = 0, count = file.itemCount(entry); i < count; i++) {
            long data = file.item(entry, i);
            if (holds(data, prefix) && read(data)) {
                return copy(prefix.length);
            }
        }
        return NOTHING;
    }

    /// How long a compressed payload says it will be, without decompressing it; 0 where it does not say, or nothing
    /// believable.
    public long claimedLength(long data) {
        if (!file.holdsData(data)) {
            return 0;
        }
        long from = data + file.payloadStart();
        byte[] head = file.bytes().copy(from, (int) Math.min(LONGEST_HEAD, data + file.size(data) - from));
        return claimedLength(file.flags(data), head, 0, head.length);
    }

    /// The same of a payload that the caller holds.
    public long claimedLength(int objectFlags, byte[] packed, int from, int size) {
        return switch (objectFlags & COMPRESSED) {
            case LZ4 -> size < 8 ? 0 : Math.clamp(LittleEndian.i64(packed, from), 0, LARGEST);
            case ZSTD -> claimedByFrame(packed, from, Math.min(LONGEST_HEAD, size));
            default -> 0;
        };
    }

    private long claimedByFrame(byte[] head, int from, int size) {
        try {
            return Math.clamp(zstd().getDecompressedSize(head, from, size), 0, LARGEST);
        } catch (MalformedInputException | IndexOutOfBoundsException noFrame) {
            return 0;
        }
    }

    /// Whether a data object lies at `data` that can be looked into without decompressing it.
    public boolean isPlain(long data) {
        return file.holdsData(data)
                && (file.flags(data) & COMPRESSED) == 0
                && file.size(data) >= file.payloadStart() + 4;
    }

    /// The first four bytes of a payload that [#isPlain].
    public int firstFour(long data) {
        return file.bytes().i32(data + file.payloadStart());
    }

    /// Three bytes of a payload from `index` on, the first one lowest; 0 where it is shorter.
    public int bytes(long data, int index) {
        long at = data + file.payloadStart() + index;
        return at + 4 > data + file.size(data) ? 0 : file.bytes().i32(at) & 0xffffff;
    }

    /// Whether the payload of the object at `data` starts with `prefix`; the last payload read is lost.
    public boolean holds(long data, byte[] prefix) {
        if (!file.holdsData(data)) {
            return false;
        }
        if ((file.flags(data) & COMPRESSED) == 0) {
            return file.size(data) - file.payloadStart() >= prefix.length
                    && file.bytes().startsWith(prefix, data + file.payloadStart());
        }
        return read(data)
                && length >= prefix.length
                && Arrays.equals(buffer, 0, prefix.length, prefix, 0, prefix.length);
    }
}
