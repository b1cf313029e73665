package whence.logs;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.logs.report.KernelReports;
import whence.timeline.Events;
import whence.timeline.Input;

/// Texts read by one reader, for tests that give a few lines.
public record Readings(LogReader reader, Input input, Events events) {
    public static Readings of(String format, String text, Map<String, String> hints) {
        return of(format, Bytes.ofText(text), hints);
    }

    public static Readings of(String format, Bytes bytes, Map<String, String> hints) {
        LogReader reader = (LogReader) LogReaders.all().stream()
                .filter(r -> r.format().equals(format))
                .findFirst()
                .orElseThrow();
        Input input = new Input("x", bytes, hints);
        return new Readings(reader, input, reader.read(input, Watch.NONE));
    }

    public List<String> texts() {
        return IntStream.range(0, events.count())
                .mapToObj(row -> reader.text(input, events, row))
                .toList();
    }

    public String text(int row) {
        return reader.text(input, events, row);
    }

    public byte[] message(int row) {
        return reader.message(input, events, row);
    }

    /// Asks for all there is of every event, and how surely any reader takes the input for its own.
    public void lookAtEverything() {
        LogReaders.all().forEach(r -> r.sniff(input.bytes(), "x"));
        for (int row = 0; row < events.count(); row++) {
            reader.text(input, events, row);
            reader.detail(input, events, row);
        }
        KernelReports.in(events, row -> reader.text(input, events, row));
    }
}
