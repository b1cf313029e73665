package whence.timeline.dating;

import java.util.List;
import whence.evidence.Grade;
import whence.evidence.Span;

/// What was made of an artifact whose stamps leave something open: dates, with the reason, or that they stay open.
public sealed interface Dating {
    String artifact();

    /// What its stamps lack: `date`, `year` or `zone`.
    String lacks();

    /// A sentence.
    String why();

    /// The dates were found.
    ///
    /// @param grade derived where the artifact shares events with others; assumed where its times fit the span of
    /// the others on one date only: then events are placed for the eye, and no conclusion rests on it
    /// @param evidence where two of the shared events stand, here and there
    record Found(String artifact, String lacks, Dates dates, Grade grade, String why, List<Span> evidence)
            implements Dating {
        public Found {
            evidence = List.copyOf(evidence);
        }
    }

    /// Nothing says it, or more than one date fits.
    record Open(String artifact, String lacks, String why) implements Dating {}
}
