package whence.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.report.document.Document.Mark;

class FormsTest {
    private static Document of(Document.Block... blocks) {
        return new Document("bpf(2) gives -EINVAL", List.of(blocks));
    }

    @Test
    void markdown_escapes_markup_but_not_the_underscores_of_identifiers() {
        String text = Markdown.render(of(new Document.Paragraph("bpf_prog_load gave *EINVAL* <here> __sys_bpf")));
        assertTrue(text.contains("bpf_prog_load gave \\*EINVAL\\* \\<here\\> \\_\\_sys_bpf"), text);
    }

    @Test
    void markdown_fences_hold_any_backticks_inside() {
        String text = Markdown.render(of(new Document.Evidence("a.txt:1", "x ```` y")));
        assertTrue(text.contains("`````\nx ```` y\n`````"), text);
    }

    @Test
    void markdown_keeps_a_pipe_in_a_cell_from_ending_it() {
        String text = Markdown.render(
                of(new Document.Table(List.of("when"), List.of(new Document.Row(Mark.PLAIN, List.of("a || b"))))));
        assertTrue(text.contains("| a \\|\\| b |"), text);
    }

    @Test
    void html_renders_nothing_active_from_captured_text_or_stories() {
        String html = Html.render(of(
                new Document.Evidence("<b>.txt:1", "<script>alert(1)</script>"),
                new Document.Story("<img src=x onerror=alert(1)> [x](javascript:alert(1))")));
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<img"), html);
        assertFalse(html.contains("javascript:"), html);
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    @Test
    void html_says_the_mark_of_a_changed_row_in_a_sign_too() {
        String html = Html.render(of(new Document.SideBySide(
                "4.20", "el7", List.of(new Document.Pair(Mark.ADDED, 0, "", 1176, "if (type != KPROBE)")))));
        assertTrue(html.contains("<td class=\"sign\">+</td>"), html);
    }

    @Test
    void plain_text_keeps_to_72_columns_and_never_breaks_what_is_quoted() {
        String quoted = "x".repeat(90);
        String text = PlainText.render(
                of(new Document.Paragraph("word ".repeat(60)), new Document.Evidence("a.txt:1", quoted)));
        text.lines().filter(line -> !line.startsWith("> ")).forEach(line -> assertTrue(line.length() <= 72, line));
        assertTrue(text.contains("> " + quoted + "\n"));
    }

    @Test
    void every_form_gives_the_same_bytes_twice() {
        Document document = of(new Document.Items(List.of("one", "two")));
        assertEquals(Html.render(document), Html.render(document));
        assertEquals(Markdown.render(document), Markdown.render(document));
    }
}
