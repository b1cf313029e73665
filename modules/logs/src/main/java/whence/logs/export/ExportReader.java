package whence.logs.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.logs.LogReader;
import whence.logs.Printable;
import whence.logs.entry.EntryDraft;
import whence.logs.line.Shortened;
import whence.logs.service.ServiceLine;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;

/// Reads `journalctl -o export`, which is also what systemd-journal-remote and -gatewayd exchange.
public final class ExportReader implements LogReader {
    private static final byte[] NEXT_ENTRY = "\n\n__CURSOR=".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_COLUMN = 4096;
    private static final int LONGEST_MESSAGE = 64 << 20;

    @Override
    public String format() {
        return "journal-export";
    }

    @Override
    public int sniff(Bytes head, String name) {
        String start = head.text(0, (int) Math.min(head.size(), 4096));
        if (start.startsWith("__CURSOR=") || start.startsWith("\n__CURSOR=")) {
            return 100;
        }
        return start.startsWith("__REALTIME_TIMESTAMP=") || start.startsWith("_BOOT_ID=") ? 90 : 0;
    }

    @Override
    public Events read(Input input, Watch watch) {
        EventsBuilder builder = new EventsBuilder(input.artifact());
        Shortened.guard(builder, () -> Span.NO_LINE, () -> read(input.bytes(), builder, watch));
        return builder.build();
    }

    private static void read(Bytes bytes, EventsBuilder builder, Watch watch) {
        EntryDraft draft = new EntryDraft(builder);
        long size = bytes.size();
        for (long at = 0; at < size; ) {
            watch.check();
            watch.progress(at, size);
            ExportFields fields = new ExportFields(bytes, at, size);
            while (fields.next()) {
                byte[] value = fields.value(LONGEST_COLUMN);
                draft.field(fields.name(), value, 0, value.length);
            }
            long end = fields.at();
            if (draft.begun()) {
                draft.commit(Span.NO_LINE, at, end - at);
            }
            if (fields.damaged()) {
                long next = nextEntry(bytes, end);
                builder.lose(
                        Loss.Kind.UNREADABLE,
                        Span.NO_LINE,
                        end,
                        next - end,
                        Loss.UNKNOWN,
                        "a field is cut off or damaged");
                end = next;
            }
            at = end;
        }
    }

    private static long nextEntry(Bytes bytes, long from) {
        for (long at = from; at < bytes.size(); at++) {
            at = bytes.indexOf((byte) '\n', at, bytes.size());
            if (at < 0) {
                break;
            }
            if (bytes.startsWith(NEXT_ENTRY, at)) {
                return at + 2;
            }
        }
        return bytes.size();
    }

    @Override
    public byte[] logged(Input input, Events events, int row) {
        ExportFields fields = fields(input, events, row);
        while (fields.next()) {
            if (fields.named("MESSAGE")) {
                return fields.value(LONGEST_MESSAGE);
            }
        }
        return new byte[0];
    }

    @Override
    public Detail opened(Input input, Events events, int row) {
        ExportFields fields = fields(input, events, row);
        List<Detail> leaves = new ArrayList<>();
        while (fields.next()) {
            leaves.add(Detail.leaf(fields.name(), Printable.line(fields.value(LONGEST_MESSAGE))));
        }
        String message = text(input, events, row);
        ServiceLine.of(message).map(ServiceLine::detail).ifPresent(leaves::add);
        return new Detail("entry", message, leaves);
    }

    private static ExportFields fields(Input input, Events events, int row) {
        long from = events.offset(row);
        return new ExportFields(input.bytes(), from, from + events.length(row));
    }
}
