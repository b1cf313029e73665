package whence.app.action;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds titles by a few of their letters, in order.
final class Fuzzy {
    static final int NO_MATCH = Integer.MAX_VALUE;

    private Fuzzy() {}

    /// Actions whose titles match, closest first; equal ones stay in order.
    static List<Action> matching(List<Action> actions, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return actions.stream()
                .filter(a -> distance(a.title(), wanted) != NO_MATCH)
                .sorted(Comparator.comparingInt(a -> distance(a.title(), wanted)))
                .toList();
    }

    /// 0 where the letters stand together at the start of a word, more the more stands between them.
    static int distance(String title, String wanted) {
        String text = title.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return 0;
        }
        int whole = text.indexOf(wanted);
        if (whole >= 0) {
            return whole == 0 || text.charAt(whole - 1) == ' ' ? 0 : 1;
        }
        int at = -1;
        int gaps = 2;
        for (int i = 0; i < wanted.length(); i++) {
            int next = text.indexOf(wanted.charAt(i), at + 1);
            if (next < 0) {
                return NO_MATCH;
            }
            gaps += at < 0 ? 0 : next - at - 1;
            at = next;
        }
        return gaps;
    }
}
