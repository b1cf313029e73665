package whence.trail.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.bytes.Watch;
import whence.evidence.Errno;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.session.Artifact;
import whence.session.Session;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;
import whence.timeline.process.Processes;

/// What the readers made of a session, by artifact: the one place where the reasoning meets files.
public final class Material {
    private final Session session;
    private final List<Part> parts;
    private @Nullable Processes processes;

    private Material(Session session, List<Part> parts) {
        this.session = session;
        this.parts = parts;
    }

    /// Reads everything that was not read yet.
    public static Material of(Session session, Watch watch) {
        List<Part> parts = new ArrayList<>();
        session.timeline(watch);
        for (Artifact artifact : session.artifacts()) {
            Optional<EventReader> reader = session.reader(artifact);
            if (reader.isPresent()) {
                parts.add(new Part(artifact, reader.get(), session.input(artifact), session.events(artifact, watch)));
            }
        }
        return new Material(session, List.copyOf(parts));
    }

    public Session session() {
        return session;
    }

    /// Who made whom and what each task ran; worked out when first asked.
    public synchronized Processes processes(Watch watch) {
        if (processes == null) {
            processes = Processes.of(session.timeline(watch), session.texts(), watch);
        }
        return processes;
    }

    /// The part that an event is of; empty where its artifact holds none.
    public Optional<Part> part(Ref.Event event) {
        return parts.stream()
                .filter(part -> part.artifact().path().equals(event.artifact()))
                .findFirst();
    }

    /// Artifacts that a reader of events knows, in the order of the session.
    public List<Part> parts() {
        return parts;
    }

    /// The errors as the machine of the session numbers them.
    public Errno errors() {
        return parts.isEmpty() ? Errno.GENERIC : parts.getFirst().events().errors();
    }

    /// Those of one format.
    public List<Part> of(String format) {
        return parts.stream().filter(p -> p.reader.format().equals(format)).toList();
    }

    /// One artifact with what was read of it.
    public record Part(Artifact artifact, EventReader reader, Input input, Events events) {
        public String text(int row) {
            return reader.text(input, events, row);
        }

        public Span span(int row) {
            return events.spans(row).getFirst();
        }

        public Ref.Event ref(int row) {
            return new Ref.Event(artifact.path(), row);
        }
    }
}
