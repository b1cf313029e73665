package whence.logs.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.logs.LogFields;
import whence.logs.entry.EntryDraft;
import whence.logs.line.LineLog;
import whence.logs.line.Shortened;
import whence.logs.stamp.Cursor;
import whence.logs.stamp.StampText;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;

/// `journalctl -o verbose`: a line with stamp and cursor, then every field on an indented line.
final class VerboseForm {
    private static final String FIELD_INDENT = "    ";
    private static final byte[] MESSAGE = "    MESSAGE=".getBytes(StandardCharsets.US_ASCII);

    private VerboseForm() {}

    static boolean sniff(Bytes bytes) {
        Lines lines = new Lines(bytes, 0, Math.min(bytes.size(), 16 << 10));
        while (lines.next()) {
            String line = LineLog.head(bytes, lines.start(), lines.end());
            if (!line.startsWith("-- ") && !line.isEmpty()) {
                return cursor(line) != null;
            }
        }
        return false;
    }

    /// The cursor at the end of an entry's first line, or null.
    private static @Nullable String cursor(String line) {
        int bracket = line.lastIndexOf(" [s=");
        if (bracket < 0 || !line.endsWith("]") || StampText.bare(new Cursor(line, 0)) == null) {
            return null;
        }
        return line.substring(bracket + 2, line.length() - 1);
    }

    static boolean is(Input input, Events events, int row) {
        Lines lines = new Lines(input.bytes(), events.offset(row), events.offset(row) + events.length(row));
        return lines.next() && cursor(LineLog.head(input.bytes(), lines.start(), lines.end())) != null;
    }

    static Events read(Input input, Watch watch) {
        EventsBuilder builder = new EventsBuilder(input.artifact());
        Lines lines = new Lines(input.bytes());
        Pass pass = new Pass(builder);
        Shortened.guard(builder, lines::number, () -> pass.lines(input.bytes(), lines, watch));
        pass.commit();
        return builder.build();
    }

    /// The message: behind `MESSAGE=` up to the next field; its further lines are indented by the width of that.
    static byte[] message(Input input, Events events, int row) {
        Bytes bytes = input.bytes();
        Lines lines = new Lines(bytes, events.offset(row), events.offset(row) + events.length(row));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        boolean inside = false;
        while (lines.next()) {
            boolean starts = bytes.startsWith(MESSAGE, lines.start());
            if (inside && !deeper(bytes, lines)) {
                break;
            }
            if (starts || inside) {
                if (inside) {
                    message.write('\n');
                }
                int from = Math.min(MESSAGE.length, lines.length());
                message.writeBytes(bytes.copy(lines.start() + from, lines.length() - from));
                inside = true;
            }
        }
        return message.toByteArray();
    }

    private static boolean deeper(Bytes bytes, Lines lines) {
        return lines.length() > FIELD_INDENT.length() && bytes.at(lines.start() + FIELD_INDENT.length()) == ' ';
    }

    private static final class Pass {
        private final EventsBuilder builder;
        private final EntryDraft draft;
        private @Nullable Blob blob;
        private long line;
        private long start;
        private long end;

        Pass(EventsBuilder builder) {
            this.builder = builder;
            this.draft = new EntryDraft(builder);
        }

        void lines(Bytes bytes, Lines lines, Watch watch) {
            while (lines.next()) {
                if ((lines.number() & 0x3ff) == 0) {
                    watch.check();
                    watch.progress(lines.start(), bytes.size());
                }
                line(LineLog.head(bytes, lines.start(), lines.end()), lines);
            }
        }

        private void line(String text, Lines lines) {
            String cursor = cursor(text);
            if (cursor != null) {
                commit();
                line = lines.number();
                start = lines.start();
                stamps(cursor);
            } else if (draft.begun() && text.startsWith(FIELD_INDENT)) {
                field(text.substring(FIELD_INDENT.length()));
            } else if (!draft.begun() && !text.isEmpty() && !text.startsWith("-- ")) {
                builder.lose(Loss.Kind.UNREADABLE, lines.number(), lines.start(), lines.length(), 1, "no entry");
            }
            end = lines.end();
        }

        private void field(String text) {
            int equals = text.indexOf('=');
            if (equals <= 0 || text.charAt(0) == ' ') {
                return;
            }
            String name = text.substring(0, equals);
            if (name.equals("MESSAGE")) {
                blob = Blob.of(text.substring(equals + 1)).orElse(null);
            }
            put(name, text.substring(equals + 1));
        }

        /// `b=` boot, `t=` realtime and `m=` monotonic microseconds in hexadecimal.
        private void stamps(String cursor) {
            put("__CURSOR", cursor);
            for (String part : cursor.split(";", 10)) {
                String value = part.length() > 2 ? part.substring(2) : "";
                switch (part.isEmpty() ? ' ' : part.charAt(0)) {
                    case 'b' -> put("_BOOT_ID", value);
                    case 't' -> put("__REALTIME_TIMESTAMP", decimal(value));
                    case 'm' -> put("__MONOTONIC_TIMESTAMP", decimal(value));
                    default -> {
                        // The rest of the cursor is no column.
                    }
                }
            }
        }

        private static String decimal(String hex) {
            try {
                return Long.toString(Long.parseLong(hex, 16));
            } catch (NumberFormatException none) {
                return "";
            }
        }

        private void put(String name, String latin) {
            byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
            draft.field(name, bytes, 0, bytes.length);
        }

        void commit() {
            if (!draft.begun()) {
                return;
            }
            int row = draft.commit(line, start, end - start);
            if (blob != null) {
                builder.set(LogFields.BLOB, row, blob.length());
            }
            blob = null;
        }
    }
}
