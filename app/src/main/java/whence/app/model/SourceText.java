package whence.app.model;

import java.util.Arrays;
import java.util.List;

/// Text of a source file as the panes show it.
///
/// @param numbers the line number each line has in the original, ascending; 0 where it has none (a remark of a
/// reconstruction)
public record SourceText(String tree, String file, List<String> lines, int[] numbers) {
    public SourceText {
        lines = List.copyOf(lines);
        numbers = numbers.clone();
    }

    @Override
    public int[] numbers() {
        return numbers.clone();
    }

    /// The number of the line at an index.
    public int number(int index) {
        return numbers[index];
    }

    /// Index of the line with a number, or of the last one before it; -1 where there is none.
    public int indexOf(int number) {
        int found = -1;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] > 0 && numbers[i] <= number && (found < 0 || numbers[i] >= numbers[found])) {
                found = i;
            }
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceText that
                && tree.equals(that.tree)
                && file.equals(that.file)
                && lines.equals(that.lines)
                && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    @Override
    public String toString() {
        return tree + ":" + file;
    }
}
