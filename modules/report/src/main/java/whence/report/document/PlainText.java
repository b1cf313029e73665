package whence.report.document;

import java.util.List;
import whence.report.document.Document.Block;

/// A report as plain text that can be quoted in a mail to a kernel list: 72 columns, except for what is quoted
/// verbatim, which is never broken.
public final class PlainText {
    private static final int WIDTH = 72;

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    public static String render(Document document) {
        PlainText plain = new PlainText();
        plain.heading(document.title(), '=');
        document.blocks().forEach(plain::block);
        return plain.text.toString();
    }

    private void block(Block block) {
        switch (block) {
            case Document.Heading heading -> heading(heading.text(), heading.level() == 1 ? '-' : '~');
            case Document.Paragraph paragraph -> wrapped(paragraph.text(), "", "");
            case Document.Story story -> text.append(story.markdown().strip()).append("\n");
            case Document.Items items -> items.items().forEach(item -> wrapped(item, "- ", "  "));
            case Document.Evidence evidence -> {
                text.append(evidence.where()).append(":\n");
                quoted(evidence.text(), "> ");
            }
            case Document.Verbatim verbatim -> quoted(verbatim.text(), "    ");
            case Document.Table table -> table.rows().forEach(row -> row(table.columns(), row.cells()));
            case Document.SideBySide both -> text.append(UnifiedText.of(both));
        }
        text.append('\n');
    }

    private void heading(String title, char underline) {
        text.append(title).append('\n');
        text.append(String.valueOf(underline).repeat(Math.min(WIDTH, title.length())))
                .append("\n\n");
    }

    private void row(List<String> columns, List<String> cells) {
        wrapped(cells.getFirst(), "* ", "  ");
        for (int i = 1; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                wrapped(columns.get(i) + ": " + cells.get(i), "    ", "      ");
            }
        }
    }

    private void quoted(String verbatim, String prefix) {
        verbatim.stripTrailing()
                .lines()
                .forEach(line -> text.append(prefix).append(line).append('\n'));
    }

    private void wrapped(String paragraph, String first, String further) {
        int column = first.length();
        text.append(first);
        boolean start = true;
        for (String word : paragraph.split("\\s+")) {
            if (!start && column + 1 + word.length() > WIDTH) {
                text.append('\n').append(further);
                column = further.length();
                start = true;
            }
            text.append(start ? "" : " ").append(word);
            column += word.length() + (start ? 0 : 1);
            start = false;
        }
        text.append('\n');
    }
}
