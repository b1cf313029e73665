package whence.branches.value;

import java.util.List;
import whence.evidence.Grade;
import whence.evidence.Span;

/// Something that evidence or the user says, and how surely.
///
/// @param text a sentence
/// @param spans where it stands; empty only where a person said it
public record Premise(String text, Grade grade, List<Span> spans) {
    public Premise {
        spans = List.copyOf(spans);
    }
}
