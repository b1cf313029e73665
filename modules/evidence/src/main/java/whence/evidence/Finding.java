package whence.evidence;

import java.util.List;

/// A claim the user keeps.
///
/// @param id stable within its notebook
/// @param claim what is said, one sentence or more
/// @param grade how it is known: that of its weakest premise
/// @param spans where it stands
/// @param premises what it rests on, each a sentence
/// @param refutedBy what would refute it
/// @param at where one looks to see it
public record Finding(
        String id, String claim, Grade grade, List<Span> spans, List<String> premises, String refutedBy, Ref at) {
    public Finding {
        spans = List.copyOf(spans);
        premises = List.copyOf(premises);
    }
}
