package whence.app.model;

import java.util.List;

/// Text of a source file as the panes show it.
///
/// @param numbers the number each line has in the original; 0 where it has none (a remark of a reconstruction)
public record SourceText(String tree, String file, List<String> lines, List<Integer> numbers) {
    public SourceText {
        lines = List.copyOf(lines);
        numbers = List.copyOf(numbers);
    }

    /// The number of the line at an index.
    public int number(int index) {
        return numbers.get(index);
    }

    /// Index of the line with a number, or of the closest one before it; -1 where there is none.
    public int indexOf(int number) {
        int found = -1;
        for (int i = 0; i < numbers.size(); i++) {
            int here = number(i);
            if (here > 0 && here <= number && (found < 0 || here > number(found))) {
                found = i;
            }
        }
        return found;
    }
}
