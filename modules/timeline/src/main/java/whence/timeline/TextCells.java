package whence.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A column of texts while it is being filled: each row holds the code of a text in a dictionary. One thread.
public final class TextCells {
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> dictionary = new ArrayList<>();
    private final IntBlocks values = new IntBlocks();

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
        values.set(row, code);
    }

    Column build(int count) {
        values.trim(count);
        return new Column.Texts(values, dictionary);
    }
}
