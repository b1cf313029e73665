package whence.logs.journal.print;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import whence.logs.journal.file.BootIds;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.Payloads;

/// `journalctl -o export`, byte for byte. Fields that entries share are rendered once and kept. One file, one thread.
final class ExportForm implements EntryForm {
    private static final byte[] BOOT = "_BOOT_ID=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};
    private static final int SLOTS = 1 << 14;
    private static final int LONGEST_KEPT = 512;

    private final long[] objects = new long[SLOTS];
    private final byte[] @Nullable [] rendered = new byte[SLOTS] @Nullable [];
    private final BootIds boots = new BootIds();

    @Override
    public void write(JournalFile file, long entry, Payloads payloads, Sink sink) {
        String boot = boots.of(file, entry);
        sink.put("__CURSOR=");
        cursor(file, entry, boot, sink);
        sink.put("\n__REALTIME_TIMESTAMP=");
        sink.decimal(file.realtimeUs(entry));
        sink.put("\n__MONOTONIC_TIMESTAMP=");
        sink.decimal(file.monotonicUs(entry));
        sink.put("\n_BOOT_ID=");
        sink.put(boot);
        sink.put((byte) '\n');
        for (int i = 0, count = file.itemCount(entry); i < count; i++) {
            field(file, file.item(entry, i), payloads, sink);
        }
        sink.put((byte) '\n');
    }

    static void cursor(JournalFile file, long entry, String boot, Sink sink) {
        sink.put("s=");
        sink.put(file.header().seqnumId());
        sink.put(";i=");
        sink.hex(file.seqnum(entry));
        sink.put(";b=");
        sink.put(boot);
        sink.put(";m=");
        sink.hex(file.monotonicUs(entry));
        sink.put(";t=");
        sink.hex(file.realtimeUs(entry));
        sink.put(";x=");
        sink.hex(file.xorHash(entry));
    }

    private void field(JournalFile file, long data, Payloads payloads, Sink sink) {
        int slot = (int) (data >>> 3 ^ data >>> 17) & (SLOTS - 1);
        byte[] kept = rendered[slot];
        if (objects[slot] == data && kept != null) {
            sink.put(kept);
            return;
        }
        if (!payloads.read(data)) {
            return;
        }
        if (payloads.length() > LONGEST_KEPT || file.entryCount(data) <= 1) {
            render(payloads.buffer(), payloads.length(), sink);
            return;
        }
        int from = sink.length();
        render(payloads.buffer(), payloads.length(), sink);
        objects[slot] = data;
        rendered[slot] = sink.length() == from ? NOTHING : sink.copyFrom(from);
    }

    private static void render(byte[] payload, int length, Sink sink) {
        int name = FieldNames.length(payload, length);
        if (name < 0 || startsWith(payload, length, BOOT)) {
            return;
        }
        if (Utf8Text.is(payload, 0, length, false)) {
            sink.put(payload, 0, length);
        } else {
            sink.put(payload, 0, name);
            sink.put((byte) '\n');
            sink.littleEndian(length - name - 1);
            sink.put(payload, name + 1, length - name - 1);
        }
        sink.put((byte) '\n');
    }

    private static boolean startsWith(byte[] payload, int length, byte[] prefix) {
        return length >= prefix.length && Arrays.equals(payload, 0, prefix.length, prefix, 0, prefix.length);
    }
}
