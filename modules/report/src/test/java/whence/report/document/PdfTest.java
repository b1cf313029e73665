package whence.report.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import whence.report.document.Document.Mark;

class PdfTest {
    @Test
    void pages_hold_every_block_and_signs_beyond_latin_1() throws IOException {
        String text = text(Pdf.render(of(
                new Document.Heading(1, "Which branch → kernel/bpf/syscall.c"),
                new Document.Evidence("strace.txt:118", "bpf(BPF_PROG_LOAD, {…}, 120) = -1 EINVAL ≠ 0"),
                new Document.SideBySide(
                        "4.20", "el7", List.of(new Document.Pair(Mark.REMOVED, 1176, "if (a < b)", 0, ""))))));
        assertTrue(text.contains("Which branch → kernel/bpf/syscall.c"), text);
        assertTrue(text.contains("bpf(BPF_PROG_LOAD, {…}, 120) = -1 EINVAL ≠ 0"), text);
        assertTrue(text.contains("−"), text);
        assertTrue(text.contains("if (a < b)"), text);
    }

    @Test
    void characters_that_a_page_cannot_hold_do_not_stop_the_report() throws IOException {
        String text =
                text(Pdf.render(of(new Document.Evidence("kmsg:1", "magic: != \u007fELF \u0000\u001b[0m \ud800 & <"))));
        assertTrue(text.contains("magic: !="), text);
        assertTrue(text.contains("& <"), text);
    }

    @Test
    void a_story_cannot_fetch_anything() {
        byte[] pages = Pdf.render(of(new Document.Story("![x](file:///etc/hostname) [y](https://example.org/)")));
        assertFalse(new String(pages, StandardCharsets.ISO_8859_1).contains("/Subtype /Image"));
    }

    @Test
    void the_same_document_is_the_same_bytes() {
        Document document = of(new Document.Items(List.of("one", "two")));
        assertArrayEquals(Pdf.render(document), Pdf.render(document));
    }

    private static Document of(Document.Block... blocks) {
        return new Document("bpf(2) gives -EINVAL", List.of(blocks));
    }

    private static String text(byte[] pages) throws IOException {
        try (PDDocument document = Loader.loadPDF(pages)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
