package whence.branches.gcc;

import java.util.ArrayList;
import java.util.List;

/// Reads what a compiled program prints of its functions: `F` with what one was given, `C` for each callee it called,
/// and a last line with where it left and what it gave.
final class PrintedRuns {
    private PrintedRuns() {}

    /// Makes an invocation of the words of its first line, its callees in order, and the words of its last line.
    interface Maker<T> {
        T invocation(String[] entry, List<String> calls, String[] end);
    }

    static <T> List<T> read(List<String> lines, Maker<T> maker) {
        List<T> found = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        String[] entry = {};
        for (String line : lines) {
            switch (line.charAt(0)) {
                case 'F' -> {
                    entry = line.split(" ");
                    calls = new ArrayList<>();
                }
                case 'C' -> calls.add(line.substring(2));
                default -> found.add(maker.invocation(entry, List.copyOf(calls), line.split(" ")));
            }
        }
        return found;
    }
}
