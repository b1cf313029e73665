package whence.traces;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;

/// A piece of a real capture, or a text made up for a test, with the events that the surest reader makes of it.
public record Fixture(Input input, EventReader reader, Events events) {

    public static Fixture of(String name) {
        return of(new Input(name, bytes(name)));
    }

    /// A resource as it stands.
    public static Bytes bytes(String name) {
        try (InputStream stream = Fixture.class.getResourceAsStream(name)) {
            return Bytes.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Fixture ofText(String text) {
        return of(new Input("text", Bytes.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    public static Fixture ofText(String text, Map<String, String> hints) {
        return of(new Input("text", Bytes.of(text.getBytes(StandardCharsets.UTF_8)), hints));
    }

    public static Fixture of(Input input) {
        Bytes head = input.bytes().slice(0, Math.min(input.bytes().size(), 1 << 16));
        EventReader surest = TraceReaders.all().stream()
                .max(Comparator.comparingInt(reader -> reader.sniff(head, input.artifact())))
                .orElseThrow();
        return new Fixture(input, surest, surest.read(input, Watch.NONE));
    }

    public String text(int row) {
        return reader.text(input, events, row);
    }

    /// Row of the first event whose text holds `part`.
    public int find(String part) {
        for (int row = 0; row < events.count(); row++) {
            if (text(row).contains(part)) {
                return row;
            }
        }
        throw new AssertionError("no event holds " + part);
    }
}
