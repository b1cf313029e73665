package whence.logs.journal.print;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import whence.logs.journal.file.BootIds;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.Payloads;

/// `journalctl -o json`: one object a line, whose values are strings; bytes that are no text become an array of
/// numbers, a repeated field an array of values, a field of 4096 bytes and more null. One file, one thread.
final class JsonForm implements EntryForm {
    private final BootIds boots = new BootIds();
    private final JsonValues values = new JsonValues();
    private JsonValues.@Nullable Value[] fields = new JsonValues.@Nullable Value[32];
    private int[] timesMet = new int[64];

    @Override
    public void write(JournalFile file, long entry, Payloads payloads, Sink sink) {
        String boot = boots.of(file, entry);
        sink.put("{\"__CURSOR\":\"");
        ExportForm.cursor(file, entry, boot, sink);
        sink.put("\",\"__REALTIME_TIMESTAMP\":\"");
        sink.decimal(file.realtimeUs(entry));
        sink.put("\",\"__MONOTONIC_TIMESTAMP\":\"");
        sink.decimal(file.monotonicUs(entry));
        sink.put("\",\"_BOOT_ID\":\"");
        sink.put(boot);
        sink.put((byte) '"');
        int count = collect(file, entry, payloads);
        for (int i = 0; i < count; i++) {
            member(i, count, sink);
        }
        sink.put("}\n");
    }

    private int collect(JournalFile file, long entry, Payloads payloads) {
        int items = file.itemCount(entry);
        if (items > fields.length) {
            fields = new JsonValues.@Nullable Value[items];
        }
        Arrays.fill(timesMet, 0, Math.min(timesMet.length, values.names()), 0);
        int count = 0;
        for (int i = 0; i < items; i++) {
            JsonValues.Value value = values.of(file, file.item(entry, i), payloads);
            if (value != null && !values.isBootId(value.name())) {
                fields[count++] = value;
                meet(value.name());
            }
        }
        return count;
    }

    private void meet(int name) {
        if (name >= timesMet.length) {
            timesMet = Arrays.copyOf(timesMet, name * 2);
        }
        timesMet[name]++;
    }

    private void member(int index, int count, Sink sink) {
        JsonValues.Value value = fields[index];
        if (value == null || timesMet[value.name()] == 0) {
            return;
        }
        sink.put(values.key(value.name()));
        if (timesMet[value.name()] == 1) {
            sink.put(value.json());
            return;
        }
        sink.put((byte) '[');
        for (int i = index; i < count; i++) {
            JsonValues.Value same = fields[i];
            if (same != null && same.name() == value.name()) {
                if (i > index) {
                    sink.put((byte) ',');
                }
                sink.put(same.json());
            }
        }
        sink.put((byte) ']');
        timesMet[value.name()] = 0;
    }
}
