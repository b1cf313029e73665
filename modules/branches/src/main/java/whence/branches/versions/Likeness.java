package whence.branches.versions;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much of two texts is the same words: 0 to 1.
final class Likeness {
    private static final Pattern WORD = Pattern.compile("\\w+|[^\\w\\s]");

    private Likeness() {}

    static double of(String left, String right) {
        return of(count(left), count(right));
    }

    static double of(Map<String, Integer> left, Map<String, Integer> right) {
        long common = 0;
        long all = 0;
        for (Map.Entry<String, Integer> word : left.entrySet()) {
            common += Math.min(word.getValue(), right.getOrDefault(word.getKey(), 0));
            all += word.getValue();
        }
        for (int count : right.values()) {
            all += count;
        }
        return all == 0 ? 0 : 2.0 * common / all;
    }

    static Map<String, Integer> count(String text) {
        Map<String, Integer> words = new HashMap<>();
        for (Matcher matcher = WORD.matcher(text); matcher.find(); ) {
            words.merge(matcher.group(), 1, Integer::sum);
        }
        return words;
    }
}
