package whence.trail.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.bytes.Watch;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.session.Artifact;
import whence.session.Session;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;

/// What the readers made of a session, by artifact: the one place where the reasoning meets files.
public final class Material {
    private final Session session;
    private final List<Part> parts;

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

    /// Artifacts that a reader of events knows, in the order of the session.
    public List<Part> parts() {
        return parts;
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
