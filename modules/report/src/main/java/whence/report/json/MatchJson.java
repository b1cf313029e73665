package whence.report.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import whence.source.CallGraph;
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

    /// The same, with the ways from system calls down to the first statement of each line.
    public static ObjectNode matches(List<LineMatch> matches, Function<Site, List<CallGraph.Chain>> calls) {
        ObjectNode document = matches(matches);
        for (int i = 0; i < matches.size(); i++) {
            List<Site> sites = matches.get(i).sites();
            if (!sites.isEmpty()) {
                JsonNode first = document.get("matches").get(i).get("sites").get(0);
                ArrayNode ways = ((ObjectNode) first).putArray("calls");
                calls.apply(sites.getFirst()).forEach(chain -> ways.add(names(chain)));
            }
        }
        return document;
    }

    private static ArrayNode names(CallGraph.Chain chain) {
        List<String> names = new ArrayList<>(List.of(chain.from().name()));
        chain.links().forEach(link -> names.add(link.callee().name()));
        return Json.texts(names);
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
        origins(site, node);
        return node.put("callee", site.callee()).put("source", site.tree());
    }

    /// Where the texts stand that arguments took from a table, a variable or a function.
    private static void origins(Site site, ObjectNode node) {
        for (int i = 0; i < site.values().size(); i++) {
            Site.Origin origin = site.values().get(i).origin();
            if (origin != null) {
                node.withArray("origins")
                        .addObject()
                        .put("argument", i)
                        .put("holder", origin.holder())
                        .put("file", origin.path())
                        .put("line", origin.line());
            }
        }
    }
}
