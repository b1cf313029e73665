package whence.source.logs.line;

import java.util.List;
import whence.source.LineMatch;
import whence.source.Site;

/// Decides whether the best sites of a line are an answer.
final class Judgement {
    private static final double LEAST = 8;
    private static final double LEAST_WHOLE = 6;
    private static final double LEAST_SHARE = 0.3;
    private static final double LEAST_PART = 22;
    private static final int MOST_SITES = 10;
    private static final int FEW_SITES = 5;

    private Judgement() {}

    static LineMatch of(String message, List<Site> ranked, int letters) {
        List<Site> good = ranked.stream()
                .filter(site -> good(site, letters))
                .limit(MOST_SITES)
                .toList();
        return good.isEmpty() ? LineMatch.none(message) : new LineMatch(message, LineMatch.Certainty.PRINTS, good);
    }

    /// Of statements that leave something of the line unexplained: words agree, no more.
    static LineMatch ofParts(String message, List<Site> ranked, int letters) {
        List<Site> good = ranked.stream()
                .filter(site -> site.score() >= LEAST_PART && good(site, letters))
                .limit(FEW_SITES)
                .toList();
        return good.isEmpty() ? LineMatch.none(message) : new LineMatch(message, LineMatch.Certainty.SIMILAR, good);
    }

    private static boolean good(Site site, int letters) {
        boolean whole = site.prefix() != null && !leadsWithValue(site);
        return site.score() >= (whole ? LEAST_WHOLE : LEAST)
                && site.score() >= LEAST_SHARE * (letters - inValues(site));
    }

    /// Whether the line begins with a value; a `%s` that prints nothing, as for a level, leads no line.
    private static boolean leadsWithValue(Site site) {
        return site.format().startsWith("%")
                && (site.values().isEmpty() || !site.values().getFirst().text().isEmpty());
    }

    /// Letters of the line that stand in values the statement printed.
    private static int inValues(Site site) {
        return site.values().stream().mapToInt(value -> value.text().length()).sum();
    }
}
