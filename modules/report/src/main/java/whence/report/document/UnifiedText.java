package whence.report.document;

import java.util.Locale;

/// Two versions as one column of text, for forms that have no room for two.
final class UnifiedText {
    private UnifiedText() {}

    static String of(Document.SideBySide both) {
        StringBuilder text = new StringBuilder();
        text.append("--- ").append(both.left()).append('\n');
        text.append("+++ ").append(both.right()).append('\n');
        for (Document.Pair pair : both.pairs()) {
            switch (pair.mark()) {
                case REMOVED -> line(text, '-', pair.leftLine(), pair.leftText());
                case ADDED -> line(text, '+', pair.rightLine(), pair.rightText());
                case CHANGED -> {
                    line(text, '-', pair.leftLine(), pair.leftText());
                    line(text, '+', pair.rightLine(), pair.rightText());
                }
                case PLAIN, SURVIVES, ELIMINATED, UNKNOWN -> line(text, ' ', pair.rightLine(), pair.rightText());
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, char sign, int number, String line) {
        text.append(sign)
                .append(String.format(Locale.ROOT, "%6d  ", number))
                .append(line.replace("\t", "    "))
                .append('\n');
    }
}
