package whence.traces.perf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.traces.text.Ascii;

/// The shapes of lines that `perf script` writes. Which fields stand there is the user's choice (`-F`); pid and time
/// always must, since without them a line says neither who nor when.
final class SampleLine {
    /// `comm pid/tid [cpu] flags time: period event: rest`. A line without an event ends behind the stamp.
    private static final Pattern SAMPLE =
            Pattern.compile("\\s*(?:(?<comm>\\S.{0,30}?)\\s+)??(?<pid>-?\\d{1,9})(?:/\\s*(?<tid>-?\\d{1,9}))?\\s+"
                    + "(?:\\[(?<cpu>-?\\d{1,6})\\]\\s+)?(?:[.\\w]{4,8}\\s+)?(?<time>\\d{1,10}\\.\\d{3,9}):"
                    + "(?:\\s*|\\s+(?<record>PERF_RECORD_\\w+)\\b\\s*(?<about>.*)|\\s+(?:\\d+\\s+)?"
                    + "(?<event>[\\w./-]+(?::[\\w./*-]+){0,4}):\\w*:?(?:\\s+(?<rest>.*))?)");
    /// No line longer than this is looked at as a sample.
    static final int LONGEST = 1 << 14;

    private SampleLine() {}

    static Matcher matcher(String line) {
        return SAMPLE.matcher(line);
    }

    /// `\tffffffff8d3e9c10 load_elf_binary+0x0 ([kernel.kallsyms])`; offset and object as the fields say.
    static boolean frame(byte[] text, int from, int to) {
        int at = Ascii.skipSpaces(text, from, to);
        int end = at;
        while (end < to && Character.digit(text[end], 16) >= 0) {
            end++;
        }
        return at > from && text[from] == '\t' && end > at && end < to && text[end] == ' ';
    }

    /// A source line below a frame (`srcline`): two spaces, `file.c:12` or `[object][address]`.
    static boolean source(byte[] text, int from, int to) {
        return Ascii.at(text, from, to, "  ") && from + 2 < to && text[from + 2] != ' ' && text[to - 1] != ' ';
    }
}
