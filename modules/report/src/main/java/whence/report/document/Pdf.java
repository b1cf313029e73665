package whence.report.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/// A report as pages: the HTML body under a sheet for paper, with the fonts inside.
public final class Pdf {
    private static final String SANS = "Liberation Sans";
    private static final String MONO = "Liberation Mono";

    private Pdf() {}

    /// Renders a document; nothing is fetched, whatever its texts name. The date inside is the epoch: a report made
    /// twice is the same bytes.
    public static byte[] render(Document document) {
        XRLog.setLoggingEnabled(false);
        String page = page(document);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder(page).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument pages = renderer.getPdfDocument();
            describe(pages, document.title(), page);
            pages.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static PdfRendererBuilder builder(String page) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(page, null);
        builder.useUriResolver((base, uri) -> null);
        builder.usePdfUaAccessibility(true);
        font(builder, "LiberationSans-Regular", SANS, 400, FontStyle.NORMAL);
        font(builder, "LiberationSans-Bold", SANS, 700, FontStyle.NORMAL);
        font(builder, "LiberationSans-Italic", SANS, 400, FontStyle.ITALIC);
        font(builder, "LiberationMono-Regular", MONO, 400, FontStyle.NORMAL);
        font(builder, "LiberationMono-Bold", MONO, 700, FontStyle.NORMAL);
        return builder;
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        builder.useFont(() -> resource("/liberation/" + file + ".ttf"), family, weight, style, true);
    }

    private static void describe(PDDocument pages, String title, String page) {
        GregorianCalendar epoch = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        epoch.setTimeInMillis(0);
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(title);
        about.setProducer("whence");
        about.setCreationDate(epoch);
        about.setModificationDate(epoch);
        pages.setDocumentInformation(about);
        CRC32 checksum = new CRC32();
        checksum.update(page.getBytes(StandardCharsets.UTF_8));
        pages.setDocumentId(checksum.getValue());
    }

    private static String page(Document document) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><title>%s</title><style>%s</style></head>
                <body>%s</body></html>
                """.formatted(Html.escape(document.title()), Html.sheet("paper.css"), xml(Html.body(document)));
    }

    /// Captured text may hold characters that XML does not allow; they are shown as the replacement character.
    private static String xml(String html) {
        return html.codePoints()
                .map(c -> allowed(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// XML 1.0, section 2.2.
    private static boolean allowed(int c) {
        boolean control = c < 0x20 && c != '\n' && c != '\t';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream(name), name);
    }
}
