package whence.symbols.read;

import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.bytes.Lines;

/// The first lines of an input, for recognising its format.
final class Head {
    private static final int MAX_LINES = 200;
    private static final int MAX_LINE = 400;

    private Head() {}

    /// How many of the first 200 lines that are not blank have a form, in hundredths; a last line that the head cuts
    /// off is left out. 0 where there are fewer than `least` lines of the form.
    static int share(Bytes head, Pattern form, int least) {
        int seen = 0;
        int fitting = 0;
        Lines lines = new Lines(head);
        while (seen < MAX_LINES && lines.next()) {
            boolean cut = lines.nextStart() >= head.size() && lines.number() > 1 && head.at(head.size() - 1) != '\n';
            if (lines.length() == 0 || (cut && seen > 0)) {
                continue;
            }
            seen++;
            if (lines.length() <= MAX_LINE && form.matcher(lines.text()).matches()) {
                fitting++;
            }
        }
        return seen == 0 || fitting < least ? 0 : fitting * 100 / seen;
    }
}
