package whence.source.logs.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.logs.format.Format;
import whence.source.logs.format.FormatMatch;
import whence.source.logs.format.Words;

/// The rest of a line as the statements that say most of it go on with it. A `%s` takes any text, so what is found
/// first may hide a statement that says the same in its own words.
final class LikeliestChain {
    /// Longer lines take too long: the work grows with the square of the length.
    static final int LONGEST = 320;

    private static final double OF_A_VALUE = -0.15;
    private static final double OF_A_PART = -0.5;
    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final int MOST_STEPS = 20_000;

    private final List<Format> following;
    private final byte[] line;
    private final double[] worth;
    private final boolean[] known;
    private final Continuations.@Nullable Part[] next;
    private int steps = MOST_STEPS;

    LikeliestChain(List<Format> following, byte[] line) {
        this.following = following;
        this.line = line;
        this.worth = new double[line.length + 1];
        this.known = new boolean[line.length + 1];
        this.next = new Continuations.Part[line.length + 1];
    }

    /// Whether anything goes on from an offset up to the end of the line.
    boolean from(int at) {
        return worth(at) > NONE;
    }

    /// What goes on from an offset.
    List<Continuations.Part> parts(int at) {
        List<Continuations.Part> parts = new ArrayList<>();
        for (Continuations.Part part = next[at]; part != null; part = next[part.to()]) {
            parts.add(part);
        }
        return parts;
    }

    private double worth(int at) {
        if (known[at]) {
            return worth[at];
        }
        known[at] = true;
        worth[at] = blank(at) ? 0 : NONE;
        for (Format format : worth[at] == 0 ? List.<Format>of() : following) {
            FormatMatch.followed(format, line, at, end -> {
                steps--;
                if (end > at && steps > 0) {
                    take(format, at, end);
                }
                return steps <= 0;
            });
        }
        return worth[at];
    }

    private void take(Format format, int at, int end) {
        double rest = worth(end);
        int said = format.literalLetters();
        double whole = rest + said + (Words.letters(line, at, end) - said) * OF_A_VALUE + OF_A_PART;
        if (rest > NONE && whole > worth[at]) {
            worth[at] = whole;
            next[at] = new Continuations.Part(format, at, end);
        }
    }

    private boolean blank(int from) {
        for (int i = from; i < line.length; i++) {
            if (line[i] != ' ') {
                return false;
            }
        }
        return true;
    }
}
