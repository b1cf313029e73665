package whence.logs.kernel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.logs.LogFields;
import whence.logs.export.JsonFields;
import whence.logs.export.JsonObjects;
import whence.logs.stamp.Cursor;
import whence.logs.stamp.Stamp;
import whence.logs.stamp.StampText;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;

/// Reads `dmesg --json`: an object with one array of records.
final class DmesgJson {
    private static final byte[] ROOT = "\"dmesg\"".getBytes(StandardCharsets.US_ASCII);

    private DmesgJson() {}

    /// Where the records start, behind `"dmesg": [`; -1 where there is no such root near the start.
    static long records(Bytes bytes) {
        long limit = Math.min(bytes.size(), 4096);
        for (long at = bytes.indexOf((byte) '"', 0, limit); at >= 0; at = bytes.indexOf((byte) '"', at + 1, limit)) {
            if (bytes.startsWith(ROOT, at)) {
                return bytes.indexOf((byte) '[', at, limit) + 1;
            }
        }
        return -1;
    }

    static void read(Bytes bytes, EventsBuilder builder, Watch watch) {
        JsonObjects objects = new JsonObjects(bytes, records(bytes));
        while (objects.next()) {
            watch.check();
            long length = objects.end() - objects.start();
            Map<String, List<byte[]>> fields =
                    JsonFields.of(bytes.copy(objects.start(), (int) length)).orElse(Map.of());
            if (!fields.containsKey("msg")) {
                builder.lose(Loss.Kind.UNREADABLE, Span.NO_LINE, objects.start(), length, 1, "not a record of dmesg");
                continue;
            }
            add(builder, fields, objects.start(), (int) length);
        }
    }

    private static void add(EventsBuilder builder, Map<String, List<byte[]>> fields, long offset, int length) {
        int facility = Severity.facility(text(fields, "fac"));
        EventKind kind = facility > 0 ? EventKind.LOG : EventKind.KERNEL;
        Stamp stamp = stamp(text(fields, "time"));
        int row = builder.add(kind, Clock.NONE, Events.NO_TIME, Events.NO_PID, Span.NO_LINE, offset, length);
        if (stamp instanceof Stamp.Since(long ns)) {
            builder.retime(row, Clock.PRINTK, ns);
        }
        int level = level(text(fields, "pri"));
        if (level >= 0) {
            builder.set(Fields.PRIORITY, row, level);
        }
        if (facility >= 0) {
            builder.set(Fields.FACILITY, row, facility);
        }
        String caller = text(fields, "caller");
        if (!caller.isEmpty()) {
            builder.set(LogFields.CALLER, row, caller);
        }
    }

    private static int level(String written) {
        boolean number = written.length() == 1 && written.charAt(0) >= '0' && written.charAt(0) <= '7';
        return number ? written.charAt(0) - '0' : Severity.level(written);
    }

    private static @Nullable Stamp stamp(String time) {
        return StampText.bracketed(new Cursor("[" + time + "]", 0));
    }

    static byte[] message(byte[] object) {
        List<byte[]> message = JsonFields.of(object).orElse(Map.of()).getOrDefault("msg", List.of());
        return message.isEmpty() ? new byte[0] : message.getFirst();
    }

    private static String text(Map<String, List<byte[]>> fields, String name) {
        List<byte[]> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : new String(values.getFirst(), StandardCharsets.UTF_8).strip();
    }
}
