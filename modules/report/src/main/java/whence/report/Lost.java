package whence.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import whence.evidence.Loss;

/// What was lost, in sentences for people: the same loss of one artifact is said once, with how often it stands there.
public final class Lost {
    private Lost() {}

    /// One sentence for each artifact and reason, in the order of their first places.
    public static List<String> told(Collection<Loss> losses) {
        Map<List<Object>, List<Loss>> alike = losses.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        loss -> List.of(loss.span().artifact(), loss.kind(), loss.why()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return alike.values().stream().map(Lost::sentence).toList();
    }

    private static String sentence(List<Loss> alike) {
        Loss first = alike.getFirst();
        String others = alike.size() == 1 ? "" : " and " + (alike.size() - 1) + " more places there";
        return first.span() + (alike.size() == 2 ? " and " + alike.getLast().span() : others) + ": " + first.why();
    }
}
