package whence.logs.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;

/// One journal entry while its fields come in, in any order; becomes a row once it is complete. Used again for the
/// next entry; one thread.
public final class EntryDraft {
    /// Beyond this, microseconds do not fit a `long` of nanoseconds.
    private static final long MOST_US = Long.MAX_VALUE / 1000;

    private final EventsBuilder builder;
    private final EntryColumns columns;
    private final List<EntryValue> values = new ArrayList<>();
    private long realtimeUs;
    private long monotonicUs;
    private long seqnum;
    private @Nullable String boot;
    private int fields;

    public EntryDraft(EventsBuilder builder) {
        this.builder = builder;
        this.columns = new EntryColumns(builder);
        clear();
    }

    /// Takes the field `name` with the value in `[from, to)`.
    public void field(String name, byte[] bytes, int from, int to) {
        fields++;
        switch (name) {
            case "__REALTIME_TIMESTAMP" -> realtimeUs = number(bytes, from, to);
            case "__MONOTONIC_TIMESTAMP" -> monotonicUs = number(bytes, from, to);
            case "__SEQNUM" -> seqnum = number(bytes, from, to);
            case "__CURSOR" -> cursor(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            case "_BOOT_ID" -> boot = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            default -> {
                EntryField known = EntryField.named(name);
                if (known != null) {
                    values.add(EntryValue.of(known, bytes, from, to));
                }
            }
        }
    }

    /// Whether any field came in.
    public boolean begun() {
        return fields > 0;
    }

    /// Makes it a row, returns that row, and is empty again.
    public int commit(long line, long offset, long length) {
        columns.begin(realtimeUs, monotonicUs, boot, line, offset, (int) Math.min(length, Integer.MAX_VALUE));
        values.forEach(columns::put);
        columns.end();
        if (seqnum != Events.NO_NUMBER) {
            builder.set(Fields.SEQ, columns.row(), seqnum);
        }
        clear();
        return columns.row();
    }

    private void clear() {
        values.clear();
        realtimeUs = Events.NO_NUMBER;
        monotonicUs = Events.NO_NUMBER;
        seqnum = Events.NO_NUMBER;
        boot = null;
        fields = 0;
    }

    /// `s=…;i=1f;b=…`: `i` is the sequence number in hexadecimal.
    private void cursor(String cursor) {
        for (String part : cursor.split(";", 10)) {
            if (part.startsWith("i=") && part.length() <= 17) {
                try {
                    seqnum = Long.parseLong(part.substring(2), 16);
                } catch (NumberFormatException none) {
                    seqnum = Events.NO_NUMBER;
                }
            }
        }
    }

    private static long number(byte[] bytes, int from, int to) {
        long number = EntryValue.number(bytes, from, to);
        return number > MOST_US ? Events.NO_NUMBER : number;
    }
}
