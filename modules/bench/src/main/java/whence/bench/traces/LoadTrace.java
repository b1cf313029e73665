package whence.bench.traces;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import whence.bytes.Bytes;
import whence.bytes.MappedFile;
import whence.bytes.Watch;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;
import whence.timeline.Timeline;
import whence.traces.TraceReaders;

/// Reads a trace into event columns and a timeline, as opening it does: `PATH`. To be compared with `lnav -n PATH`
/// in CPU time with the start of the virtual machine, under a heap limit.
public final class LoadTrace {
    private LoadTrace() {}

    public static void main(String[] arguments) throws Exception {
        try (MappedFile file = MappedFile.open(Path.of(arguments[0]))) {
            Timeline timeline = Timeline.of(List.of(events(arguments[0], file.bytes())));
            System.out.println(timeline.size() + " events");
        }
    }

    static Events events(String path, Bytes bytes) {
        Bytes head = bytes.slice(0, Math.min(bytes.size(), 1 << 16));
        EventReader reader = TraceReaders.all().stream()
                .max(Comparator.comparingInt(one -> one.sniff(head, path)))
                .orElseThrow();
        return reader.read(new Input(path, bytes), Watch.NONE);
    }
}
