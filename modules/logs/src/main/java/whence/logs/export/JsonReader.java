package whence.logs.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/// Reads `journalctl -o json`, `json-pretty`, `json-sse` and `json-seq`.
public final class JsonReader implements LogReader {
    @Override
    public String format() {
        return "journal-json";
    }

    @Override
    public int sniff(Bytes head, String name) {
        String start = head.text(0, (int) Math.min(head.size(), 16 << 10));
        int brace = start.indexOf('{');
        if (brace < 0 || !start.substring(0, brace).strip().matches("(data:|\u001e)?")) {
            return 0;
        }
        if (!start.contains("\"__REALTIME_TIMESTAMP\"") && !start.contains("\"__CURSOR\"")) {
            return 0;
        }
        JsonObjects objects = new JsonObjects(head, 0);
        boolean entry = !objects.next() || !objects.whole() || isEntry(head, objects);
        return entry ? 95 : 0;
    }

    private static boolean isEntry(Bytes head, JsonObjects object) {
        byte[] bytes = head.copy(object.start(), (int) (object.end() - object.start()));
        return JsonFields.of(bytes)
                .filter(f -> f.containsKey("__REALTIME_TIMESTAMP") || f.containsKey("__CURSOR"))
                .isPresent();
    }

    @Override
    public Events read(Input input, Watch watch) {
        EventsBuilder builder = new EventsBuilder(input.artifact());
        Shortened.guard(builder, () -> Span.NO_LINE, () -> read(input.bytes(), builder, watch));
        return builder.build();
    }

    private static void read(Bytes bytes, EventsBuilder builder, Watch watch) {
        EntryDraft draft = new EntryDraft(builder);
        JsonObjects objects = new JsonObjects(bytes, 0);
        while (objects.next()) {
            watch.check();
            watch.progress(objects.start(), bytes.size());
            long length = objects.end() - objects.start();
            Map<String, List<byte[]>> fields =
                    JsonFields.of(bytes.copy(objects.start(), (int) length)).orElse(Map.of());
            if (fields.isEmpty()) {
                String why = objects.whole() ? "not JSON" : "a JSON object is cut off";
                builder.lose(Loss.Kind.UNREADABLE, objects.line(), objects.start(), length, 1, why);
                continue;
            }
            fields.forEach((name, values) -> values.forEach(v -> draft.field(name, v, 0, v.length)));
            int row = draft.begun() ? draft.commit(objects.line(), objects.start(), length) : -1;
            reportLeftOut(builder, row, fields, objects);
        }
    }

    /// `journalctl` writes null for fields of 4096 bytes and more unless it is given `--all`.
    private static void reportLeftOut(
            EventsBuilder builder, int row, Map<String, List<byte[]>> fields, JsonObjects objects) {
        List<byte[]> message = fields.get("MESSAGE");
        if (row >= 0 && message != null && message.isEmpty()) {
            String why = "journalctl left the message out for its size; --all would have kept it";
            builder.lose(Loss.Kind.DROPPED, objects.line(), objects.start(), objects.end() - objects.start(), 1, why);
        }
    }

    @Override
    public byte[] logged(Input input, Events events, int row) {
        List<byte[]> message = fields(input, events, row).getOrDefault("MESSAGE", List.of());
        return message.isEmpty() ? new byte[0] : message.getFirst();
    }

    @Override
    public Detail opened(Input input, Events events, int row) {
        List<Detail> leaves = new ArrayList<>();
        fields(input, events, row)
                .forEach((name, values) -> values.forEach(v -> leaves.add(Detail.leaf(name, Printable.line(v)))));
        String message = text(input, events, row);
        ServiceLine.of(message).map(ServiceLine::detail).ifPresent(leaves::add);
        return new Detail("entry", message, leaves);
    }

    private static Map<String, List<byte[]>> fields(Input input, Events events, int row) {
        return JsonFields.of(input.bytes().copy(events.offset(row), events.length(row)))
                .orElse(Map.of());
    }
}
