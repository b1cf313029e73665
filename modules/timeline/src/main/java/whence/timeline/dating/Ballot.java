package whence.timeline.dating;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whence.evidence.Grade;

/// Decides among the dates that clues allow: those that most clues agree on, where no others have half as many. A
/// single line or call is not enough, where more were looked for: the same line is written again.
final class Ballot {
    private static final Comparator<Dates> FIRST = Comparator.comparing(Dates::text);

    private final OpenStamps stamps;
    private final int sampled;
    private final List<Clue> clues;
    private final Map<Dates, Integer> votes = new HashMap<>();

    Ballot(OpenStamps stamps, int sampled, Collection<Clue> clues) {
        this.stamps = stamps;
        this.sampled = sampled;
        this.clues = List.copyOf(clues);
        clues.forEach(clue -> clue.fits().forEach(dates -> votes.merge(dates, 1, Integer::sum)));
    }

    Dating result() {
        List<Dates> ranked = new ArrayList<>(votes.keySet());
        ranked.sort(Comparator.<Dates>comparingInt(dates -> -votes(dates)).thenComparing(FIRST));
        if (ranked.isEmpty()) {
            return open("no other artifact that has dates shares an event with it");
        }
        Dates best = ranked.getFirst();
        if (ranked.size() > 1 && votes(ranked.get(1)) * 2 > votes(best)) {
            return open("what it shares with " + others(clues) + " fits " + best.text() + " and "
                    + ranked.get(1).text());
        }
        List<Clue> agreeing =
                clues.stream().filter(clue -> clue.fits().contains(best)).toList();
        if (!enough(agreeing)) {
            return open(says(agreeing) + ", which may be chance");
        }
        return new Dating.Found(
                artifact(),
                stamps.gap().word(),
                best,
                Grade.DERIVED,
                says(agreeing) + ", which fits " + best.text() + " only",
                agreeing.getFirst().evidence());
    }

    private int votes(Dates dates) {
        return votes.getOrDefault(dates, 0);
    }

    private boolean enough(List<Clue> agreeing) {
        boolean strong =
                agreeing.stream().anyMatch(clue -> clue.kind() == Clue.Kind.EXEC || clue.kind() == Clue.Kind.LIFE);
        return strong || agreeing.size() >= Math.min(2, sampled);
    }

    private static String says(List<Clue> clues) {
        Map<Clue.Kind, List<Clue>> kinds =
                clues.stream().collect(Collectors.groupingBy(Clue::kind, TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(entry -> entry.getKey().says(entry.getValue().size(), others(entry.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String others(List<Clue> clues) {
        List<String> names =
                clues.stream().map(Clue::artifact).distinct().sorted().toList();
        return names.size() <= 2
                ? String.join(" and ", names)
                : String.format(Locale.ROOT, "%s and %d other artifacts", names.getFirst(), names.size() - 1);
    }

    private String artifact() {
        return stamps.events().artifact();
    }

    private Dating open(String why) {
        return new Dating.Open(artifact(), stamps.gap().word(), why);
    }
}
