package whence.report.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import whence.report.document.Document.Block;
import whence.report.document.Document.Mark;

/// A report as one HTML file: no script, no network, light and dark by the reader's setting, fit to print.
public final class Html {
    private static final int LONGEST_WORD = 14;
    private static final HtmlRenderer STORIES =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private Html() {}

    public static String render(Document document) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escape(document.title()), sheet("report.css"), body(document));
    }

    /// The title and the blocks; well-formed as XML too.
    static String body(Document document) {
        return element("h1", escape(document.title()))
                + document.blocks().stream().map(Html::block).collect(Collectors.joining());
    }

    private static String block(Block block) {
        return switch (block) {
            case Document.Heading heading -> element("h" + (heading.level() + 1), escape(heading.text()));
            case Document.Paragraph paragraph -> element("p", escape(paragraph.text()));
            case Document.Story story ->
                element("section", STORIES.render(Parser.builder().build().parse(story.markdown())));
            case Document.Items items ->
                element(
                        "ul",
                        items.items().stream()
                                .map(item -> element("li", escape(item)))
                                .collect(Collectors.joining()));
            case Document.Evidence evidence ->
                "<figure><figcaption>" + escape(evidence.where()) + "</figcaption><pre>" + escape(evidence.text())
                        + "</pre></figure>\n";
            case Document.Verbatim verbatim -> element("pre", escape(verbatim.text()));
            case Document.Table table -> table(table);
            case Document.SideBySide both -> sideBySide(both);
        };
    }

    private static String table(Document.Table table) {
        String head =
                table.columns().stream().map(c -> element("th", escape(c))).collect(Collectors.joining());
        String rows = table.rows().stream()
                .map(row -> "<tr" + marked(row.mark()) + ">"
                        + row.cells().stream().map(Html::cell).collect(Collectors.joining())
                        + "</tr>\n")
                .collect(Collectors.joining());
        return "<table><thead><tr>" + head + "</tr></thead><tbody>\n" + rows + "</tbody></table>\n";
    }

    /// A value such as `-ENOMEM` is not broken at its sign.
    private static String cell(String text) {
        boolean word = text.length() <= LONGEST_WORD && text.indexOf(' ') < 0;
        return (word ? "<td class=\"word\">" : "<td>") + escape(text) + "</td>\n";
    }

    private static String sideBySide(Document.SideBySide both) {
        String rows = both.pairs().stream().map(Html::pair).collect(Collectors.joining());
        return "<table class=\"both\"><colgroup><col class=\"number\"/><col/><col class=\"sign\"/><col class=\"number\"/><col/>"
                + "</colgroup><thead><tr><th colspan=\"2\">" + escape(both.left())
                + "</th><th></th><th colspan=\"2\">" + escape(both.right()) + "</th></tr></thead><tbody>\n" + rows
                + "</tbody></table>\n";
    }

    private static String pair(Document.Pair pair) {
        return "<tr" + marked(pair.mark()) + "><td class=\"number\">" + number(pair.leftLine())
                + "</td><td class=\"code\">"
                + escape(pair.leftText()) + "</td><td class=\"sign\">" + sign(pair.mark())
                + "</td><td class=\"number\">" + number(pair.rightLine()) + "</td><td class=\"code\">"
                + escape(pair.rightText()) + "</td></tr>\n";
    }

    private static String number(int line) {
        return line == 0 ? "" : Integer.toString(line);
    }

    private static String sign(Mark mark) {
        return switch (mark) {
            case ADDED -> "+";
            case REMOVED -> "−";
            case CHANGED -> "≠";
            case PLAIN, SURVIVES, ELIMINATED, UNKNOWN -> "";
        };
    }

    private static String marked(Mark mark) {
        return mark == Mark.PLAIN ? "" : " class=\"" + mark.name().toLowerCase(Locale.ROOT) + "\"";
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">\n";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String sheet(String name) {
        try (InputStream sheet = Objects.requireNonNull(Html.class.getResourceAsStream(name), name)) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
