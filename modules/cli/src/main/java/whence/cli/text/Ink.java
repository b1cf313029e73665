package whence.cli.text;

import picocli.CommandLine.Help.Ansi.Style;

/// Styles of the terminal; words carry every meaning, colour only repeats it.
public enum Ink {
    PLAIN,
    COLOUR;

    public String strong(String text) {
        return styled(text, Style.bold);
    }

    public String soft(String text) {
        return styled(text, Style.faint);
    }

    public String good(String text) {
        return styled(text, Style.fg_green);
    }

    public String bad(String text) {
        return styled(text, Style.fg_red);
    }

    public String doubtful(String text) {
        return styled(text, Style.fg_yellow);
    }

    private String styled(String text, Style style) {
        return this == PLAIN ? text : style.on() + text + style.off();
    }
}
