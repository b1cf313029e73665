package whence.logs.journal.print;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import whence.logs.Printable;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.NamedFields;
import whence.logs.journal.file.Payloads;

/// `Nov 20 21:53:21 host kernel: message`, in UTC; unlike journalctl's, the message is always there, and what
/// cannot be printed of it stands as `\xNN`. Entries without a message are left out. One file, one thread.
final class ShortForm implements EntryForm {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("MMM dd HH:mm:ss ", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int MESSAGE = 0;
    private static final int HOST = 1;
    private static final int IDENTIFIER = 2;
    private static final int COMM = 3;
    private static final int PID = 4;
    private static final int SYSLOG_PID = 5;

    private final NamedFields fields =
            new NamedFields("MESSAGE", "_HOSTNAME", "SYSLOG_IDENTIFIER", "_COMM", "_PID", "SYSLOG_PID");
    private long second = -1;
    private String stamp = "";

    @Override
    public void write(JournalFile file, long entry, Payloads payloads, Sink sink) {
        fields.find(file, entry, payloads);
        if (fields.data(MESSAGE) == 0) {
            return;
        }
        sink.put(stamp(file.realtimeUs(entry) / 1_000_000));
        if (put(HOST, payloads, sink)) {
            sink.put((byte) ' ');
        }
        if (!put(IDENTIFIER, payloads, sink) && !put(COMM, payloads, sink)) {
            sink.put("unknown");
        }
        if (fields.data(PID) != 0 || fields.data(SYSLOG_PID) != 0) {
            sink.put((byte) '[');
            if (!put(PID, payloads, sink)) {
                put(SYSLOG_PID, payloads, sink);
            }
            sink.put((byte) ']');
        }
        sink.put(": ");
        put(MESSAGE, payloads, sink);
        sink.put((byte) '\n');
    }

    private boolean put(int field, Payloads payloads, Sink sink) {
        int from = fields.read(field, payloads);
        if (from < 0) {
            return false;
        }
        if (Utf8Text.is(payloads.buffer(), from, payloads.length(), false)) {
            sink.put(payloads.buffer(), from, payloads.length() - from);
        } else {
            sink.put(Printable.line(payloads.copy(from)).getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }

    private String stamp(long seconds) {
        if (seconds != second) {
            second = seconds;
            stamp = STAMP.format(Instant.ofEpochSecond(seconds));
        }
        return stamp;
    }
}
