package whence.timeline.filter.text;

import java.util.regex.Pattern;
import whence.bytes.CancelledException;
import whence.bytes.Watch;

/// A text that ends a regular expression's search when its user has given up: some of them take years.
public final class Interruptible implements CharSequence {
    private final CharSequence text;
    private final Watch watch;
    private int asked;

    private Interruptible(CharSequence text, Watch watch) {
        this.text = text;
        this.watch = watch;
    }

    /// Whether the expression is found in the text.
    ///
    /// @throws CancelledException where the watch was cancelled meanwhile
    public static boolean finds(Pattern pattern, CharSequence text, Watch watch) {
        return DeepStack.ask(
                () -> pattern.matcher(new Interruptible(text, watch)).find());
    }

    /// Whether the expression is the whole text.
    public static boolean matches(Pattern pattern, CharSequence text, Watch watch) {
        return DeepStack.ask(
                () -> pattern.matcher(new Interruptible(text, watch)).matches());
    }

    @Override
    public char charAt(int index) throws CancelledException {
        if ((++asked & 0xfff) == 0) {
            watch.check();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
