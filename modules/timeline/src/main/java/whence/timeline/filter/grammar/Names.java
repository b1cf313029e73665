package whence.timeline.filter.grammar;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.timeline.Field;
import whence.timeline.Fields;

/// The names that a filter may use before an operator.
public final class Names {
    /// Columns that every event has.
    public static final List<String> COMMON = List.of("kind", "clock", "pid", "artifact", "text");

    /// In front of a name that is looked for in the opened event instead of in a column.
    static final String OPENED = "detail.";

    private final Map<String, Field> fields = new TreeMap<>();

    /// Those that every event has, and those that the artifacts declare.
    public Names(Collection<Field> declared) {
        Stream.concat(Fields.all().stream(), declared.stream())
                .forEach(field -> fields.putIfAbsent(field.name(), field));
    }

    @Nullable
    Field field(String name) {
        return fields.get(name);
    }

    boolean known(String name) {
        return COMMON.contains(name) || fields.containsKey(name);
    }

    List<String> all() {
        return Stream.concat(COMMON.stream(), fields.keySet().stream()).sorted().toList();
    }

    /// Names that the given one may have been meant for, nearest first.
    List<String> near(String name) {
        record Candidate(String name, int distance) {}
        return all().stream()
                .map(known -> new Candidate(known, distance(known, name)))
                .filter(candidate -> candidate.distance <= Math.max(1, name.length() / 3))
                .sorted(java.util.Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(3)
                .map(Candidate::name)
                .toList();
    }

    /// Letters to change, add or drop.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
