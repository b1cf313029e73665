package whence.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import whence.report.document.Document;
import whence.report.document.Html;
import whence.report.document.Markdown;
import whence.report.document.Pdf;
import whence.report.document.PlainText;
import whence.report.json.Json;
import whence.report.json.TrailJson;
import whence.session.Session;
import whence.trail.Trail;

/// The report of a session: what the command line writes and the workbench exports, byte for byte the same.
public final class SessionReport {
    private SessionReport() {}

    /// Renders trails of a session, with the findings of its notebook.
    ///
    /// @param name what the report is called where the session has no title
    public static byte[] render(Session session, String name, List<Trail> trails, Form form) {
        return switch (form) {
            case HTML -> utf8(Html.render(document(session, name, trails)));
            case MARKDOWN -> utf8(Markdown.render(document(session, name, trails)));
            case PLAIN -> utf8(PlainText.render(document(session, name, trails)));
            case JSON -> utf8(Json.print(TrailJson.trails(trails)));
            case PDF -> Pdf.render(document(session, name, trails));
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Document document(Session session, String name, List<Trail> trails) {
        String title = session.manifest().title();
        return TrailReport.of(
                title.isBlank() ? name : title,
                session.manifest().story(),
                trails,
                Versions.of(session, trails),
                session.notebook().standings(),
                new SpanQuotes(session));
    }
}
