package whence.symbols.probes;

import java.util.List;
import whence.evidence.Span;

/// Whether something can be done, and which list says so.
///
/// @param evidence the lines that say so; empty where the answer is that nothing says
public record Answer(Status status, String why, List<Span> evidence) {
    public Answer {
        evidence = List.copyOf(evidence);
    }

    /// Three-valued: what is not known stays unknown.
    public enum Status {
        YES,
        NO,
        UNKNOWN;

        /// What the JSON says.
        public String word() {
            return switch (this) {
                case YES -> "yes";
                case NO -> "no";
                case UNKNOWN -> "unknown";
            };
        }
    }

    public static Answer yes(String why, List<Span> evidence) {
        return new Answer(Status.YES, why, evidence);
    }

    public static Answer no(String why, List<Span> evidence) {
        return new Answer(Status.NO, why, evidence);
    }

    public static Answer unknown(String why) {
        return new Answer(Status.UNKNOWN, why, List.of());
    }
}
