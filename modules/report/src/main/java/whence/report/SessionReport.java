package whence.report;

import java.util.List;
import whence.report.document.Document;
import whence.report.document.Html;
import whence.report.document.Markdown;
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
    public static String render(Session session, String name, List<Trail> trails, Form form) {
        return switch (form) {
            case HTML -> Html.render(document(session, name, trails));
            case MARKDOWN -> Markdown.render(document(session, name, trails));
            case PLAIN -> PlainText.render(document(session, name, trails));
            case JSON -> Json.print(TrailJson.trails(trails));
        };
    }

    private static Document document(Session session, String name, List<Trail> trails) {
        String title = session.manifest().title();
        return TrailReport.of(
                title.isBlank() ? name : title,
                session.manifest().story(),
                trails,
                Versions.of(session, trails),
                session.notebook().findings(),
                new SpanQuotes(session));
    }
}
