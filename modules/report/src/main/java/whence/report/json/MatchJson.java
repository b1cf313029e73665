package whence.report.json;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;
import whence.source.LineMatch;
import whence.source.Site;

/// Lines and the statements that print them, as the contract writes them.
public final class MatchJson {
    private MatchJson() {}

    public static ObjectNode matches(List<LineMatch> matches) {
        ObjectNode document = Json.document();
        document.set("matches", Json.array(matches, MatchJson::match));
        return document;
    }

    private static ObjectNode match(LineMatch match) {
        ObjectNode node = Json.object()
                .put("line", match.line())
                .put("certainty", match.certainty().name().toLowerCase(Locale.ROOT));
        node.set("sites", Json.array(match.sites(), MatchJson::site));
        return node;
    }

    private static ObjectNode site(Site site) {
        ObjectNode node = Json.object()
                .put("file", site.path())
                .put("line", site.line())
                .put("function", site.functionName())
                .put("format", site.format())
                .put("level", site.level())
                .put("score", site.score());
        node.set(
                "arguments",
                Json.texts(site.values().stream().map(Site.Value::text).toList()));
        return node.put("callee", site.callee()).put("source", site.tree());
    }
}
