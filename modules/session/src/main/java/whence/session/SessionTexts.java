package whence.session;

import java.util.Optional;
import java.util.Set;
import whence.bytes.Bytes;
import whence.evidence.Ref;
import whence.timeline.Detail;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Texts;

/// Texts of a session's events for whoever looks for words in them.
final class SessionTexts implements Texts {
    /// Formats whose lines say what their events say, without escapes that a reader undoes.
    private static final Set<String> PLAIN =
            Set.of("strace", "ftrace", "fgraph", "bpftrace", "perf-script", "bcc", "retsnoop", "program-output");

    private final Session session;

    SessionTexts(Session session) {
        this.session = session;
    }

    @Override
    public String text(Events events, int row) {
        return session.text(new Ref.Event(events.artifact(), row));
    }

    @Override
    public Detail detail(Events events, int row) {
        return session.detail(new Ref.Event(events.artifact(), row));
    }

    @Override
    public Optional<Bytes> plain(Events events) {
        return session.artifact(events.artifact())
                .filter(artifact -> session.reader(artifact)
                        .map(EventReader::format)
                        .filter(PLAIN::contains)
                        .isPresent())
                .map(session::bytes);
    }
}
