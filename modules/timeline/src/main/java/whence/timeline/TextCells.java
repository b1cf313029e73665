package whence.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A column of texts while it is being filled: each row holds the code of a text in a dictionary. One thread.
public final class TextCells {
    private static final int SMALLEST = 16;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> dictionary = new ArrayList<>();
    private int[] values = new int[0];

    TextCells() {}

    /// The code of a text, to be kept by a reader that meets the text again and again.
    public int code(String text) {
        return codes.computeIfAbsent(text, t -> {
            dictionary.add(t);
            return dictionary.size();
        });
    }

    /// Sets a row to the text of a code that [#code] gave.
    public void set(int row, int code) {
        if (row >= values.length) {
            int old = values.length;
            values = Arrays.copyOf(values, Math.max(row + 1, old + (old >> 1) + SMALLEST));
        }
        values[row] = code;
    }

    Column build(int count) {
        return new Column.Texts(Arrays.copyOf(values, Math.min(count, values.length)), dictionary);
    }
}
