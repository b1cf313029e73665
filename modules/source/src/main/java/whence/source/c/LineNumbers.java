package whence.source.c;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The line numbers of a text, from 1, as the text states them: behind `#line 1442 "kernel/bpf/syscall.c"` (or the
/// preprocessor's own `# 1442 "…"`) lines count from there and belong to that file, so an excerpt speaks in the
/// numbers of the file it was taken from.
public final class LineNumbers {
    private final byte[] bytes;
    private final int length;
    private final int shift;
    private volatile @Nullable LineStarts starts;
    private int[] markLines = {};
    private int[] markNumbers = {};
    private @Nullable String[] markFiles = {};
    private int marks;

    private LineNumbers(byte[] bytes, int length, int shift) {
        this.bytes = bytes;
        this.length = length;
        this.shift = shift;
    }

    /// Found when somebody asks: of most headers nobody does.
    private LineStarts starts() {
        LineStarts known = starts;
        if (known == null) {
            known = LineStarts.of(bytes, length);
            starts = known;
        }
        return known;
    }

    public static LineNumbers of(Tokens tokens) {
        return of(tokens, 0);
    }

    /// `shift` is added to the number of every line that no `#line` speaks for.
    public static LineNumbers of(Tokens tokens, int shift) {
        LineNumbers numbers = new LineNumbers(tokens.bytes(), tokens.length(), shift);
        for (int i = 0; tokens.marksLines() && i < tokens.count(); i++) {
            if (tokens.kind(i) == Kind.DIRECTIVE && canMark(tokens, i)) {
                numbers.mark(tokens, i);
            }
        }
        return numbers;
    }

    /// Whether a directive begins as `#line` or `# 7` do; nearly all do not.
    private static boolean canMark(Tokens tokens, int directive) {
        byte[] bytes = tokens.bytes();
        int at = Splices.skipSpace(bytes, tokens.start(directive) + 1, tokens.end(directive));
        return at < tokens.end(directive) && (bytes[at] == 'l' || (bytes[at] >= '0' && bytes[at] <= '9'));
    }

    private void mark(Tokens tokens, int directive) {
        Directive kind = tokens.directive(directive);
        if (kind != Directive.LINE && kind != Directive.UNKNOWN) {
            return;
        }
        Tokens body = kind == Directive.LINE
                ? tokens.directiveBody(directive)
                : Lexer.line(tokens.bytes(), tokens.start(directive) + 1, tokens.end(directive));
        int number = body.kind(0) == Kind.NUMBER ? decimal(body.text(0)) : -1;
        if (number < 0) {
            return;
        }
        int n = marks++;
        if (n == markLines.length) {
            markLines = Arrays.copyOf(markLines, n * 2 + 4);
            markNumbers = Arrays.copyOf(markNumbers, n * 2 + 4);
            markFiles = Arrays.copyOf(markFiles, n * 2 + 4);
        }
        markLines[n] = physical(tokens.end(directive)) + 1;
        markNumbers[n] = number;
        String file = body.kind(1) == Kind.STRING ? body.text(1) : null;
        markFiles[n] = file != null ? file.replace("\"", "") : n > 0 ? markFiles[n - 1] : null;
    }

    private static int decimal(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    /// Line of a byte offset, as the text states it.
    public int line(int offset) {
        int physical = physical(offset);
        int mark = markBefore(physical);
        return mark < 0 ? physical + 1 + shift : markNumbers[mark] + physical - markLines[mark];
    }

    /// The file that the text says a line comes from; null where it says nothing.
    public @Nullable String statedFile(int offset) {
        int mark = markBefore(physical(offset));
        return mark < 0 ? null : markFiles[mark];
    }

    /// Line of a byte offset in the text at hand, counted from 0 whatever it states.
    public int physical(int offset) {
        return starts().line(offset);
    }

    /// Number of lines; a text that ends with a line end has an empty one behind it.
    public int count() {
        return starts().count();
    }

    /// Offset of the first byte of a line counted from 0.
    public int start(int physical) {
        return starts().start(physical);
    }

    /// The line counted from 0 that states this number; -1 where none does. With several the first.
    public int physicalOf(int statedLine) {
        for (int mark = -1; mark < marks; mark++) {
            int first = mark < 0 ? 0 : markLines[mark];
            int last = mark + 1 < marks ? markLines[mark + 1] - 1 : count();
            int number = mark < 0 ? 1 + shift : markNumbers[mark];
            long wanted = (long) first + statedLine - number;
            if (wanted >= first && wanted < last) {
                return (int) wanted;
            }
        }
        return -1;
    }

    /// The text of a line counted from 0, without its line end.
    public String text(byte[] bytes, int physical) {
        int start = start(physical);
        int end = physical + 1 < count() ? start(physical + 1) - 1 : length;
        int stop = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        return new String(bytes, start, stop - start, StandardCharsets.UTF_8);
    }

    private int markBefore(int physical) {
        int found = Arrays.binarySearch(markLines, 0, marks, physical);
        return found >= 0 ? found : -found - 2;
    }
}
