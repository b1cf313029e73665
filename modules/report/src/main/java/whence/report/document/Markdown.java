package whence.report.document;

import java.util.List;
import java.util.stream.Collectors;
import whence.report.document.Document.Block;

/// A report as GitHub-flavoured Markdown.
public final class Markdown {
    private Markdown() {}

    public static String render(Document document) {
        return document.blocks().stream()
                .map(Markdown::block)
                .collect(Collectors.joining("\n", "# " + escape(document.title()) + "\n\n", ""));
    }

    private static String block(Block block) {
        return switch (block) {
            case Document.Heading heading -> "#".repeat(heading.level() + 1) + " " + escape(heading.text()) + "\n";
            case Document.Paragraph paragraph -> escape(paragraph.text()) + "\n";
            case Document.Story story -> story.markdown().strip() + "\n";
            case Document.Items items ->
                items.items().stream().map(item -> "- " + escape(item) + "\n").collect(Collectors.joining());
            case Document.Evidence evidence -> code(evidence.where()) + "\n\n" + fenced(evidence.text());
            case Document.Verbatim verbatim -> fenced(verbatim.text());
            case Document.Table table -> table(table);
            case Document.SideBySide both -> fenced(UnifiedText.of(both));
        };
    }

    private static String table(Document.Table table) {
        String rule = table.columns().stream().map(c -> " --- ").collect(Collectors.joining("|", "|", "|\n"));
        return row(table.columns())
                + rule
                + table.rows().stream().map(row -> row(row.cells())).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> " " + escape(cell).replace("|", "\\|") + " ")
                .collect(Collectors.joining("|", "|", "|\n"));
    }

    /// A fence longer than any run of backticks inside.
    private static String fenced(String text) {
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + "\n" + text.stripTrailing() + "\n" + fence + "\n";
    }

    private static String code(String text) {
        String fence = "`".repeat(longestRun(text) + 1);
        return fence + text + fence;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /// Escapes what Markdown would read as markup; line ends become spaces.
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\`*_[]<>#".indexOf(c) >= 0 && !insideWord(text, i)) {
                escaped.append('\\');
            }
            escaped.append(c == '\n' ? ' ' : c);
        }
        return escaped.toString();
    }

    /// An underscore inside an identifier is no markup, and kernel text is full of them.
    private static boolean insideWord(String text, int at) {
        return text.charAt(at) == '_'
                && at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }
}
