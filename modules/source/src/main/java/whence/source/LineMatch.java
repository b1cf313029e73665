package whence.source;

import java.util.List;

/// What can have printed a line.
///
/// @param line the message that was looked up, without stamps and levels
/// @param certainty what the sites are worth
/// @param sites best first
public record LineMatch(String line, Certainty certainty, List<Site> sites) {
    public LineMatch {
        sites = List.copyOf(sites);
    }

    /// What the sites of a line are worth.
    public enum Certainty {
        /// Each of them prints such a line.
        PRINTS,
        /// Only words agree: the message may have been changed between versions. Never say "this" of them.
        SIMILAR,
        /// Nothing in the tree is known to print it; there are no sites.
        NONE
    }

    /// The answer where there is none.
    public static LineMatch none(String line) {
        return new LineMatch(line, Certainty.NONE, List.of());
    }
}
